using System.Net.Mail;

namespace Mailer;

public enum Verdict { Retry, Permanent }

public static class Policy
{
    public static Verdict Judge(SmtpException ex)
    {
        switch (ex.StatusCode)
        {
            case SmtpStatusCode.MailboxBusy: // SMTP1001
            case SmtpStatusCode.MailboxUnavailable:
                return Verdict.Permanent;
            case SmtpStatusCode.ServiceNotAvailable:
                return Verdict.Retry;
            default:
                return (int)ex.StatusCode < 500 ? Verdict.Retry : Verdict.Permanent;
        }
    }

    public static bool IsTransient(SmtpFailedRecipientException ex) =>
        ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable; // SMTP1002

    public static bool IsPermanent(SmtpException ex) =>
        (int)ex.StatusCode >= 400; // SMTP1001

    public static bool ShouldRetry(SmtpStatusCode code) =>
        code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceClosingTransmissionChannel; // SMTP1003
}
