// finds: SMTP2004
// after: contains public bool Send(MailMessage invitation)
// after: contains return false;
using System.Net.Mail;
using System.Threading;

public class Invitations
{
    private readonly SmtpClient _client;
    private int _retries;

    public Invitations(SmtpClient client) { _client = client; }

    public bool Send(MailMessage invitation)
    {
        try
        {
            _client.Send(invitation);
            return true;
        }
        catch (SmtpFailedRecipientException one) when ((int)one.StatusCode >= 400 && (int)one.StatusCode < 500)
        {
            _retries++;
            Thread.Sleep(20 * 60 * 1000);
            _client.Send(invitation);
            return true;
        }
        catch (SmtpException)
        {
            return false;
        }
    }
}
