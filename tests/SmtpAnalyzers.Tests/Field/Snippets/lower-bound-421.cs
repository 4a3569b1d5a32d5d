using MailKit.Net.Smtp;
public static class Bounds
{
    public static bool IsTransient(SmtpCommandException ex) =>
        ex.StatusCode is >= SmtpStatusCode.ServiceNotAvailable and < (SmtpStatusCode)500;
}
