using System.Net.Mail;

public class Done { public bool Retryable { get; init; } public string? Error { get; init; } }

// What the answer holds says more than what its type is called. Two mistakes, two findings.
public class Alert(SmtpClient relay)
{
    public Done? Singular(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return null;
        }
        catch (SmtpFailedRecipientException) // finds: SMTP1001
        {
            return new Done { Retryable = false };
        }
        catch (SmtpException e)
        {
            var retryable = e.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy; // finds: SMTP1006
            return new Done { Retryable = retryable };
        }
    }

    public Done? Right(MailMessage mail)
    {
        try
        {
            relay.Send(mail);
            return null;
        }
        catch (SmtpException e)
        {
            return new Done { Retryable = (int)e.StatusCode is >= 400 and < 500, Error = e.Message };
        }
    }
}
