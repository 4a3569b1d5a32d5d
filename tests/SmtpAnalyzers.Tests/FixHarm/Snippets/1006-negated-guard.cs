// finds: SMTP1006
// after: true Guarded.ShouldRetry = 400-499
using MailKit.Net.Smtp;

public static class Guarded
{
    public static bool ShouldRetry(SmtpCommandException ex)
    {
        if (ex.StatusCode is not (SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.InsufficientStorage))
            return false;

        return true;
    }
}
