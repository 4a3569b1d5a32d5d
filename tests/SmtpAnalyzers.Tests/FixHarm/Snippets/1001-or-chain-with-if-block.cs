// finds: SMTP1001
// after: true GiveUp.IsPermanent = 452, 550, 553
// after: lacks // full mailboxes of people who left || s == SmtpStatusCode.MailboxNameNotAllowed
using MailKit.Net.Smtp;

static class GiveUp
{
    public static bool IsPermanent(SmtpStatusCode s)
    {
        return s == SmtpStatusCode.MailboxUnavailable
#if STRICT
            || s == SmtpStatusCode.ErrorInProcessing
            || s == SmtpStatusCode.TransactionFailed
#endif
            // full mailboxes of people who left
            || s == SmtpStatusCode.InsufficientStorage
            || s == SmtpStatusCode.MailboxNameNotAllowed;
    }
}
