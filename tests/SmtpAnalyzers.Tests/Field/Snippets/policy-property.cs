using System; using System.Threading.Tasks; using MailKit.Net.Smtp; using MimeKit; using Polly; using Polly.Retry;
class Mailer
{
    SmtpClient client = new SmtpClient();
    private AsyncRetryPolicy Retrying =>
        Policy.Handle<System.Net.Mail.SmtpException>().WaitAndRetryAsync(3, n => TimeSpan.FromMinutes(n)); // finds: SMTP3001
    public Task Go(MimeMessage m) => Retrying.ExecuteAsync(() => client.SendAsync(m));
}
