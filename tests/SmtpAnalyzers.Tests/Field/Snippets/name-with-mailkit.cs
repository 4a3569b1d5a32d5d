using MailKit.Net.Smtp;
public static class Names
{
    public static bool IsTransientMailKitError(SmtpCommandException ex) =>
        ex.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage
            or SmtpStatusCode.TransactionFailed; // finds: SMTP1002
}
