using MailKit.Net.Smtp;
public enum Cause { ServerError, Unknown }
public static class Causes
{
    public static Cause Of(SmtpCommandException r) => r.StatusCode switch
    {
        _ when r.StatusCode >= SmtpStatusCode.ErrorInProcessing => Cause.ServerError, // finds: SMTP1005
        _ => Cause.Unknown
    };
}
