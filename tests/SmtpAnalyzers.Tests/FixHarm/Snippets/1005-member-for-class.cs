// finds: SMTP1005
// fixes: SMTP1005
// after: returns GiveUp Steps.Next = 500-599
// after: returns Retry Steps.Next = 400-499
using MailKit.Net.Smtp;

public enum Todo { Retry, GiveUp, Nothing }

public static class Steps
{
    public static Todo Next(SmtpStatusCode code) => code switch
    {
        >= SmtpStatusCode.MailboxUnavailable => Todo.GiveUp,
        >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => Todo.Retry,
        _ => Todo.Nothing,
    };
}
