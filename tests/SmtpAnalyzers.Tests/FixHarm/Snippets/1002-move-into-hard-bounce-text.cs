// finds: SMTP1002
// fixes: SMTP1002
// after: returns wrong-address Texts.Next = 551, 553
// after: returns retry Texts.Next = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
using MailKit.Net.Smtp;

public record Step(string Name, bool Retry, string Text)
{
    public override string ToString() => Name;
}

public static class Texts
{
    public static Step Next(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing
            or SmtpStatusCode.InsufficientStorage or SmtpStatusCode.TransactionFailed => new Step("retry", Retry: true, "later"),
        SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed =>
            new Step("wrong-address", Retry: false, "The address is written wrongly"),
        _ => new Step("refused", Retry: false, "The message was refused"),
    };
}
