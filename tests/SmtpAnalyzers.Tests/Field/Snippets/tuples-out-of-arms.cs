using MailKit.Net.Smtp;

// The elements have names in the signature only.
public static class Decisions
{
    public static (bool retry, string text) Of(SmtpCommandException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxBusy => (false, "busy"), // finds: SMTP1001
        >= (SmtpStatusCode)500 => (false, "refused"),
        _ => (true, "later"),
    };

    public static (bool ShouldRetry, string Text) OfStep(SmtpCommandException ex) => (ex.StatusCode, ex.ErrorCode) switch
    {
        (SmtpStatusCode.MailboxBusy, _) => (false, "busy"), // finds: SMTP1001
        (>= (SmtpStatusCode)500, _) => (false, "refused"),
        _ => (true, "later"),
    };

    public static (bool retry, string text) Right(SmtpCommandException ex) => (int)ex.StatusCode switch
    {
        >= 400 and < 500 => (true, "later"),
        _ => (false, "refused"),
    };

    // The first element has another name than the outcome.
    public static (bool logged, string text) Unnamed(SmtpCommandException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxBusy => (false, "busy"),
        _ => (true, "other"),
    };
}
