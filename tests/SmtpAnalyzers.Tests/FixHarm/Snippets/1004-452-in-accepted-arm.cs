// finds: SMTP1004
// after: returns Sent Log.StateOf = 250, 251
// after: returns Full Log.StateOf = 552
using MailKit.Net.Smtp;

public enum State { Sent, Full, Unknown }

public static class Log
{
    public static State StateOf(SmtpStatusCode code)
    {
        switch (code)
        {
            case SmtpStatusCode.Ok:
            case SmtpStatusCode.UserNotLocalWillForward:
            case SmtpStatusCode.InsufficientStorage: // will fit later
                return State.Sent;
            case SmtpStatusCode.ExceededStorageAllocation:
                return State.Full;
            default:
                return State.Unknown;
        }
    }
}
