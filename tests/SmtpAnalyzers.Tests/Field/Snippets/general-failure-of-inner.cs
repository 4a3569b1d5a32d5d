using System.Net.Mail;
public class Tracker
{
    public void Send(SmtpClient smtp, MailMessage letter)
    {
        try
        {
            smtp.Send(letter);
        }
        catch (SmtpFailedRecipientsException ex) // finds: SMTP3005
        {
            foreach (var one in ex.InnerExceptions)
            {
                if (one.StatusCode == SmtpStatusCode.MailboxBusy || one.StatusCode == SmtpStatusCode.GeneralFailure)
                {
                    Thread.Sleep(60000);
                    smtp.Send(letter); // finds: SMTP2004
                }
            }
        }
    }
}
