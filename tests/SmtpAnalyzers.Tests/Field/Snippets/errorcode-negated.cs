using MailKit.Net.Smtp;

// A step that is named is denied whatever the class of its reply: greylisting is 450 or 451 at RCPT.
public static class Policies
{
    public static bool IsTransientFailure(SmtpCommandException ex) =>
        ex.ErrorCode is not SmtpErrorCode.RecipientNotAccepted and not SmtpErrorCode.SenderNotAccepted // finds: SMTP3002
        && (int)ex.StatusCode is >= 400 and < 500;

    public static bool IsTransient(SmtpCommandException ex) =>
        ex.ErrorCode != SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode / 100 == 4; // finds: SMTP3002

    // The class decides.
    public static bool IsTransientError(SmtpCommandException ex) =>
        (int)ex.StatusCode is >= 400 and < 500
        && (ex.ErrorCode != SmtpErrorCode.RecipientNotAccepted || ex.StatusCode != SmtpStatusCode.MailboxBusy || true);

    // One step is named to be retried; of the others nothing is named.
    public static bool IsTransientRecipientError(SmtpCommandException ex) =>
        ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)ex.StatusCode is >= 400 and < 500;
}
