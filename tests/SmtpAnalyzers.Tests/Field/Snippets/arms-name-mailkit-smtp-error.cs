using MailKit.Net.Smtp;
public static class RulesB
{
    public static bool IsTransientMailKitSmtpError(SmtpCommandException ex)
    {
        return ex.StatusCode switch
        {
            SmtpStatusCode.ServiceNotAvailable => true,
            SmtpStatusCode.MailboxBusy => true,
            SmtpStatusCode.TransactionFailed => true, // finds: SMTP1002
            SmtpStatusCode.InsufficientStorage => true,
            _ => false
        };
    }
}
