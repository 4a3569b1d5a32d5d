// finds: SMTP1008
// after: returns UnknownMailbox Sorter.Sort = 550, 553
// after: lacks 500
using System;
using MailKit.Net.Smtp;

public enum Tray { Requeue, UnknownMailbox, Alarm }

public static class Sorter
{
    public static Tray Sort(SmtpStatusCode code)
    {
        switch (code)
        {
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.InsufficientStorage:
                return Tray.Requeue;
            case SmtpStatusCode.MailboxUnavailable:
            case SmtpStatusCode.MailboxNameNotAllowed:
                return Tray.UnknownMailbox;
            default:
                throw new ArgumentOutOfRangeException(nameof(code), code, "unknown reply");
        }
    }
}
