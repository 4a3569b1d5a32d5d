// finds: SMTP3002
// fixes: SMTP3002
using MailKit.Net.Smtp;

public enum Fate { GiveUp, Retry, Escalate }

public static class Fates
{
    public static Fate Of(SmtpCommandException ex) => ex.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => Fate.GiveUp, // bad address
        SmtpErrorCode.SenderNotAccepted => Fate.Escalate,
        _ => Fate.Escalate,
    };
}
