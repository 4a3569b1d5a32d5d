// finds: SMTP2002
// fixes: SMTP2002
// after: contains WaitAndRetryAsync(5,
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using Polly;

public class Policies
{
    private readonly IAsyncPolicy busy = Policy.Handle<SmtpCommandException>(ex => (int)ex.StatusCode / 100 == 4).RetryAsync(5);

    public Task SendAsync(SmtpClient client, MimeMessage message)
    {
        return busy.ExecuteAsync(() => client.SendAsync(message));
    }
}
