using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.Retry;

class Settings
{
    public static IAsyncPolicy Mail { get; } =
        Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i)); // finds: SMTP3001
}

class ViaClass
{
    readonly SmtpClient client = new();
    public Task Send(MimeMessage message) => Settings.Mail.ExecuteAsync(() => client.SendAsync(message));
}

class ViaField
{
    static readonly AsyncRetryPolicy Retry =
        Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i)); // finds: SMTP3001
    readonly SmtpClient client = new();
    public async Task Send(MimeMessage message)
    {
        await Retry.ExecuteAsync(async () => { await client.SendAsync(message); });
    }
}

class ViaProperty
{
    AsyncRetryPolicy Retry =>
        Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i)); // finds: SMTP3001
    readonly SmtpClient client = new();
    public async Task Send(MimeMessage message)
    {
        await Retry.ExecuteAsync(async () => { await client.SendAsync(message); });
    }
}

class ViaConstructor
{
    readonly AsyncRetryPolicy retry;
    readonly SmtpClient client = new();
    public ViaConstructor()
    {
        retry = Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i)); // finds: SMTP3001
    }
    public async Task Send(MimeMessage message)
    {
        await retry.ExecuteAsync(async () => { await client.SendAsync(message); });
    }
}

class ViaPipeline
{
    static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<System.Net.Mail.SmtpException>(), // finds: SMTP3001
            Delay = TimeSpan.FromMinutes(1),
        })
        .Build();
    readonly SmtpClient client = new();
    public async Task Send(MimeMessage message) => await Pipeline.ExecuteAsync(async token => { await client.SendAsync(message, token); });
}

class Right
{
    static readonly AsyncRetryPolicy Retry =
        Policy.Handle<System.Net.Mail.SmtpException>(e => (int)e.StatusCode / 100 == 4).WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i));
    readonly System.Net.Mail.SmtpClient client = new();
    public async Task Send(System.Net.Mail.MailMessage message)
    {
        await Retry.ExecuteAsync(async () => { await client.SendMailAsync(message); });
    }
}

// Another project may run something else with it.
public static class SharedPolicies
{
    public static readonly AsyncRetryPolicy Retrying =
        Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, i => TimeSpan.FromMinutes(i));
}

class OfShared
{
    readonly SmtpClient client = new();
    public Task Send(MimeMessage message) => SharedPolicies.Retrying.ExecuteAsync(() => client.SendAsync(message));
}
