// finds: SMTP1001, SMTP1002
// fixes: SMTP1001, SMTP1002
// after: returns Requeue Triage.Decide = 400-499
// after: returns Discard Triage.Decide = 500-599
using MailKit.Net.Smtp;

public enum Decision { Requeue, Discard, Nothing }

public static class Triage
{
    public static Decision Decide(SmtpCommandException error)
    {
        int code = (int)error.StatusCode;
        // client errors are ours, server errors are theirs
        if (code >= 400 && code < 500)
        {
            return Decision.Discard;
        }
        else if (code >= 500 && code < 600)
        {
            return Decision.Requeue;
        }
        return Decision.Nothing;
    }
}
