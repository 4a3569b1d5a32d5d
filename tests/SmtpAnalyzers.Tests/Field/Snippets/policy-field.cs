using System; using System.Threading.Tasks; using MailKit.Net.Smtp; using MimeKit; using Polly; using Polly.Retry;
class Mailer
{
    SmtpClient client = new SmtpClient();
    private readonly AsyncRetryPolicy policy = Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, n => // finds: SMTP3001
        TimeSpan.FromMinutes(n));
    public Task Go(MimeMessage m) => policy.ExecuteAsync(() => client.SendAsync(m));
}
