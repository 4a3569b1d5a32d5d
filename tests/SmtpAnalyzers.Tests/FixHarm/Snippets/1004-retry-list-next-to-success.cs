// finds: SMTP1004
// fixes: SMTP1004
// after: returns Delivered Outcomes.Of = 250-259, ?200-249, ?260-299
// after: returns Deferred Outcomes.Of = 400-499
using MailKit.Net.Smtp;

public enum Outcome { Delivered, Deferred, Rejected, Unknown }

public static class Outcomes
{
    public static Outcome Of(SmtpResponse r) => (int)r.StatusCode switch
    {
        >= 250 and <= 259 or 450 => Outcome.Delivered,
        >= 400 and < 500 => Outcome.Deferred,
        >= 500 and < 600 => Outcome.Rejected,
        _ => Outcome.Unknown
    };
}
