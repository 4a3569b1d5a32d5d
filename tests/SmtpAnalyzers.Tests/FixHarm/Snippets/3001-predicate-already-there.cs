// finds: SMTP3001
// fixes: SMTP3001
// after: lacks .Handle<SmtpCommandException>(e => (int)e.StatusCode / 100 == 4) .Handle<SmtpCommandException>(
using System;
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.Retry;

public class Cards
{
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<SmtpCommandException>(e => (int)e.StatusCode / 100 == 4)
                .Handle<System.Net.Mail.SmtpException>(e => (int)e.StatusCode / 100 == 4),
            Delay = TimeSpan.FromMinutes(3),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    public async Task SendAsync(SmtpClient client, MimeMessage card, CancellationToken stop) =>
        await pipeline.ExecuteAsync(async t => await client.SendAsync(card, t), stop);
}
