using MailKit.Net.Smtp;

namespace Mailer
{
    public static class Policy
    {
        public static bool IsPermanent(SmtpCommandException ex) =>
            (int)ex.StatusCode >= 400; // SMTP1001

        public static bool IsTransient(SmtpCommandException ex) =>
            ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable; // SMTP1002
    }
}
