// finds: SMTP1002
// after: true Conditional.IsTransient = 421, 450, 451, 452, 550, ?502
// also: define OLD_RELAY
using System.Collections.Generic;
using System.Linq;
using MailKit.Net.Smtp;

public static class Conditional
{
    static readonly IReadOnlyCollection<SmtpStatusCode> transient = new List<SmtpStatusCode>
    {
        SmtpStatusCode.ServiceNotAvailable,
        SmtpStatusCode.MailboxBusy,
#if OLD_RELAY
        SmtpStatusCode.CommandNotImplemented,
#endif
        SmtpStatusCode.ErrorInProcessing,
        SmtpStatusCode.InsufficientStorage,
        SmtpStatusCode.MailboxUnavailable, // "mailbox unavailable" is what greylisting says
    };

    public static bool IsTransient(SmtpCommandException ex) => transient.Contains(ex.StatusCode);
}
