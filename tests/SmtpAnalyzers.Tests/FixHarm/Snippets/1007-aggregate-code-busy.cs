// finds: SMTP1007
// fixes: SMTP1007
// after: contains InnerExceptions
using System.Linq;
using System.Net.Mail;

public class GroupMail
{
    private readonly SmtpClient client = new SmtpClient();
    public bool TryLater { get; private set; }

    public void Send(MailMessage message)
    {
        try
        {
            client.Send(message);
        }
        catch (SmtpFailedRecipientsException ex)
        {
            TryLater = ex.StatusCode == SmtpStatusCode.MailboxBusy;
        }
        catch (SmtpFailedRecipientException ex)
        {
            TryLater = ex.StatusCode == SmtpStatusCode.MailboxBusy;
        }
    }
}
