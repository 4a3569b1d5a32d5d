// finds: SMTP1001
// fixes: SMTP1001
// after: throws RecipientGuard.Check = 550
// after: returns later RecipientGuard.Check = 421, 451, ?400-420, ?422-450, ?452-499
using System;
using MailKit.Net.Smtp;

public sealed class UnknownRecipientException(string message) : Exception(message);

public static class RecipientGuard
{
    public static string Check(SmtpStatusCode status)
    {
        switch (status)
        {
            case SmtpStatusCode.MailboxBusy:
                throw new UnknownRecipientException("The mailbox does not exist.");
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.ErrorInProcessing:
                return "later";
            default:
                return "ask the postmaster";
        }
    }
}
