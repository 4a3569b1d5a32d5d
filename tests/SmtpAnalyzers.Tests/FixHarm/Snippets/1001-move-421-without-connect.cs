// finds: SMTP1001
// calls: GiveUp
using System.Threading;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Dispatcher
{
    readonly ISmtpClient client;
    public Dispatcher(ISmtpClient client) { this.client = client; }

    public async Task DispatchAsync(MimeMessage mail, CancellationToken token)
    {
        try
        {
            await client.SendAsync(mail, token);
        }
        catch (SmtpCommandException e)
        {
            switch (e.StatusCode)
            {
                case SmtpStatusCode.ServiceNotAvailable: // the relay went down
                case SmtpStatusCode.MailboxUnavailable:
                case SmtpStatusCode.TransactionFailed:
                    GiveUp(mail);
                    break;
                case SmtpStatusCode.MailboxBusy:
                case SmtpStatusCode.ErrorInProcessing:
                case SmtpStatusCode.InsufficientStorage:
                    await Task.Delay(60000, token);
                    await client.SendAsync(mail, token);
                    break;
                default:
                    throw;
            }
        }
    }

    void GiveUp(MimeMessage mail) => mail.Headers.Add("X-Dead", "1");
}
