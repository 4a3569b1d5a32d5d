// finds: SMTP2001
// fixes: SMTP2001
// after: contains GeneralFailure | == -1 | != 5 | is < 500 | not (>= 500
// after: contains 400 | / 100 == 4
using System;
using System.Net.Mail;
using System.Threading.Tasks;
using Polly;

public class AlertMailer
{
    private static readonly IAsyncPolicy Retry = Policy
        .Handle<SmtpException>()
        .WaitAndRetryAsync(new[] { TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30) });

    public Task SendAsync(SmtpClient client, MailMessage alert) => Retry.ExecuteAsync(() => client.SendMailAsync(alert));
}
