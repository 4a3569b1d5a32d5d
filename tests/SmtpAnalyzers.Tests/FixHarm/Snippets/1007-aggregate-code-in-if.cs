// finds: SMTP1007
// fixes: SMTP1007
// after: contains InnerExceptions
// after: contains log("mailbox missing")
// also: csharp7.3
using System;
using System.Linq;
using System.Net.Mail;

namespace Letters
{
    public class Rounds
    {
        public void Go(SmtpClient smtp, MailMessage letter, Action<string> log)
        {
            try
            {
                smtp.Send(letter);
            }
            catch (SmtpFailedRecipientsException several)
            {
                if (several.StatusCode == SmtpStatusCode.MailboxUnavailable)
                {
                    log("mailbox missing");
                }
                log(several.Message);
            }
            catch (SmtpFailedRecipientException one)
            {
                log(one.FailedRecipient);
            }
        }
    }
}
