using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.Retry;
public class Festival
{
    private readonly ResiliencePipeline _pipeline;
    public Festival()
    {
        var options = new RetryStrategyOptions { MaxRetryAttempts = 20, Delay = TimeSpan.FromMinutes(1) }; // finds: SMTP2001
        _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(options)
            .Build();
    }
    public async Task Send(MimeMessage letter, CancellationToken ct)
    {
        await _pipeline.ExecuteAsync(async token =>
        {
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("h", 25, cancellationToken: token);
            await smtp.SendAsync(letter, token);
        }, ct);
    }
}
