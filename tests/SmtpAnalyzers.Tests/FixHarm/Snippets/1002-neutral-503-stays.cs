// finds: SMTP1002
// fixes: SMTP1002
// after: true SmtpErrors.IsTemporary = 400-499, 503, 530
// nullable: enable
using MailKit.Net.Smtp;

internal static class SmtpErrors
{
    // 503 and 530: the session got out of step, the next one is fine
    public static bool IsTemporary(SmtpCommandException? error) => error is
    {
        StatusCode: SmtpStatusCode.ServiceNotAvailable
            or SmtpStatusCode.MailboxBusy
            or SmtpStatusCode.BadCommandSequence
            or SmtpStatusCode.AuthenticationRequired
            or SmtpStatusCode.MailboxNameNotAllowed
    };
}
