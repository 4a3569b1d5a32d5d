// finds: SMTP1002
// after: true Attempt.ShouldRetryAfter = 400-499, ?-1, ?200-399, ?500-549, ?552-599
using MailKit.Net.Smtp;

public class Attempt
{
    public bool ShouldRetryAfter(SmtpCommandException refusal)
    {
        var shouldRetry = true;
        if (refusal.StatusCode == SmtpStatusCode.MailboxUnavailable || refusal.StatusCode == SmtpStatusCode.UserNotLocalTryAlternatePath)
        {
            shouldRetry = false;
        }
        else
        {
            shouldRetry = true;
        }
        return shouldRetry;
    }
}
