// finds: SMTP3005
// fixes: SMTP3005
// after: contains catch (SmtpFailedRecipientException
// nullable: enable
using System.Collections.Generic;
using System.Linq;
using System.Net.Mail;

namespace Linq;

public class Refusals
{
    public IReadOnlyList<string?> Send(SmtpClient client, MailMessage message)
    {
        try
        {
            client.Send(message);
            return [];
        }
        catch (SmtpFailedRecipientsException ex)
        {
            return ex.InnerExceptions.Select(inner => inner.FailedRecipient).ToList();
        }
    }
}
