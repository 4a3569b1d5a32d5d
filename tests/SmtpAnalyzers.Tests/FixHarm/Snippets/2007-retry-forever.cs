// finds: SMTP2007
// fixes: SMTP2007
// after: lacks ForeverAsync
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;

public class Stubborn
{
    private readonly IAsyncPolicy policy = Policy
        .Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4)
        .WaitAndRetryForeverAsync(n => TimeSpan.FromMinutes(Math.Min(60, n)));

    public Task SendAsync(SmtpClient client, MimeMessage message) => policy.ExecuteAsync(() => client.SendAsync(message));
}
