// finds: SMTP1002
// fixes: SMTP1002
// after: true Retries.IsTransient = -1, 400-499
using System.Net.Mail;

public static class Retries
{
    public static bool IsTransient(SmtpException ex)
    {
        return ex.StatusCode == SmtpStatusCode.GeneralFailure
            || ex.StatusCode == SmtpStatusCode.MailboxBusy
            || ex.StatusCode == SmtpStatusCode.ServiceNotAvailable
            || ex.StatusCode == SmtpStatusCode.MailboxUnavailable;
    }
}
