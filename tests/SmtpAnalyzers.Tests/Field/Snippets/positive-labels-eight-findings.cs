using System.Net.Mail;
public class Azure
{
    public static bool ShouldRetry(SmtpException ex)
    {
        switch (ex.StatusCode)
        {
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.LocalErrorInProcessing:
            case SmtpStatusCode.InsufficientStorage:
            case SmtpStatusCode.Ok:
            case SmtpStatusCode.UserNotLocalWillForward:
            case SmtpStatusCode.HelpMessage:
                return true;
            default:
                return false;
        }
    }
}
