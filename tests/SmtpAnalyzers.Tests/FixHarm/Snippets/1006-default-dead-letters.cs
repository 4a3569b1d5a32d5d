// finds: SMTP1006
// fixes: SMTP1006
// after: returns Requeue Sorting.Sort = 400-499
// after: returns DeadLetter Sorting.Sort = 500-599, ?-1, ?200-399
using MailKit.Net.Smtp;

public enum Tray { Requeue, DeadLetter }

public static class Sorting
{
    public static Tray Sort(SmtpStatusCode code)
    {
        if (code == SmtpStatusCode.ServiceNotAvailable || code == SmtpStatusCode.InsufficientStorage)
            return Tray.Requeue;
        return Tray.DeadLetter;
    }
}
