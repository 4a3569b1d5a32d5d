// finds: SMTP1006
// fixes: SMTP1006
// after: lacks 450
// after: contains 400 | / 100 == 4
using System;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;
using System.Threading.Tasks;

public class PollyMailer
{
    private readonly IAsyncPolicy policy = Policy
        .Handle<SmtpCommandException>(e => (int)e.StatusCode == 450 || (int)e.StatusCode == 421)
        .WaitAndRetryAsync(4, n => TimeSpan.FromMinutes(Math.Pow(2, n)));

    public Task SendAsync(SmtpClient client, MimeMessage message) => policy.ExecuteAsync(() => client.SendAsync(message));
}
