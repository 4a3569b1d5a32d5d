using System.Net.Mail;

public enum Mailed { Sent, InvalidRecipient, Later }

public class Batch(SmtpClient relay)
{
    // One refused recipient is retried; of several nobody reads whether they said 450 or 550.
    public Mailed Unread(MailMessage note)
    {
        try
        {
            relay.Send(note);
            return Mailed.Sent;
        }
        catch (SmtpFailedRecipientsException) // finds: SMTP3005
        {
            return Mailed.InvalidRecipient;
        }
        catch (SmtpException ex) when ((int)ex.StatusCode < 500)
        {
            return Mailed.Later;
        }
    }

    // Read.
    public Mailed Read(MailMessage note)
    {
        try
        {
            relay.Send(note);
            return Mailed.Sent;
        }
        catch (SmtpFailedRecipientsException several)
        {
            return several.InnerExceptions.All(one => (int)one.StatusCode >= 500) ? Mailed.InvalidRecipient : Mailed.Later;
        }
        catch (SmtpException ex) when ((int)ex.StatusCode < 500)
        {
            return Mailed.Later;
        }
    }

    // Handed to somebody who may read.
    public Mailed HandedOn(MailMessage note, Func<SmtpException, bool> isPermanent)
    {
        try
        {
            relay.Send(note);
            return Mailed.Sent;
        }
        catch (SmtpFailedRecipientsException several)
        {
            return isPermanent(several) ? Mailed.InvalidRecipient : Mailed.Later;
        }
        catch (SmtpException ex) when ((int)ex.StatusCode < 500)
        {
            return Mailed.Later;
        }
    }
}
