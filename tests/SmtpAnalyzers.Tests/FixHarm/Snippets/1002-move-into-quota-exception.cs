// finds: SMTP1002
// after: throws Handler.Handle = 552
// after: returns True Handler.Handle = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
using System;
using MailKit.Net.Smtp;

public class MailboxFullException : Exception
{
    public MailboxFullException() : base("The recipient's mailbox is full, permanent failure.") { }
}

public static class Handler
{
    // true: try again
    public static object Handle(SmtpStatusCode code)
    {
        bool retry;
        switch (code)
        {
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.ErrorInProcessing:
            case SmtpStatusCode.InsufficientStorage:
            case SmtpStatusCode.MailboxUnavailable:
                retry = true;
                break;
            case SmtpStatusCode.ExceededStorageAllocation:
                throw new MailboxFullException();
            default:
                retry = false;
                break;
        }
        return retry;
    }
}
