// finds: SMTP2001
// fixes: SMTP2001
// after: contains ShouldHandle
// after: contains MaxRetryAttempts = 4
using System;
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using Polly.Retry;

public class Pipelines
{
    readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential, Delay = TimeSpan.FromMinutes(2) })
        .Build();

    public async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token) =>
        await pipeline.ExecuteAsync(async t => await client.SendAsync(message, t), token);
}
