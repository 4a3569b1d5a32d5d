// finds: SMTP1002
// after: contains SmtpStatusCode.ServiceNotAvailable => false
using MailKit.Net.Smtp;

static class Redelivery
{
    public static bool ShouldRetry(SmtpCommandException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed => false,
        SmtpStatusCode.ServiceNotAvailable => false, // the connection is gone
        _ => true,
    };
}
