using MailKit.Net.Smtp;
public static class NoticeFault
{
    public static bool IsTransientMailKitError(SmtpCommandException fault) =>
        fault.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.TransactionFailed; // finds: SMTP1002
    public static bool IsTransientGmailFailure(SmtpCommandException fault) =>
        fault.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.TransactionFailed; // finds: SMTP1002
    public static bool IsTemporaryFailureFromServer(SmtpCommandException fault) =>
        fault.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.TransactionFailed; // finds: SMTP1002
}
