// finds: SMTP1002
// after: returns TryAgain Mailer.Classify = 400-499, ?-1, ?200-399, ?500-550, ?552, ?554-599
using MailKit.Net.Smtp;

public enum Fate { TryAgain, BadAddress, Lost }

public static class Mailer
{
    public static Fate Classify(SmtpCommandException e)
    {
        var fate = Fate.TryAgain;
        switch (e.StatusCode)
        {
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.TransactionFailed:
                fate = Fate.TryAgain;
                break;
            case SmtpStatusCode.MailboxNameNotAllowed:
            case SmtpStatusCode.UserNotLocalTryAlternatePath:
                fate = Fate.BadAddress;
                break;
            default:
                if (e.StatusCode != SmtpStatusCode.StartMailInput)
                    fate = Fate.TryAgain;
                break;
        }
        return fate;
    }
}
