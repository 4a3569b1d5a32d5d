// finds: SMTP2001
// fixes: SMTP2001
// after: contains GeneralFailure | == -1 | != 5 | is < 500 | not (>= 500
// after: contains TimeoutException
using System;
using System.Net.Mail;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

public static class Resilience
{
    public static readonly ResiliencePipeline Mail = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SmtpException>().Handle<TimeoutException>(),
            Delay = TimeSpan.FromMinutes(5),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    public static async Task SendAsync(SmtpClient client, MailMessage mail) =>
        await Mail.ExecuteAsync(async t => await client.SendMailAsync(mail, t));
}
