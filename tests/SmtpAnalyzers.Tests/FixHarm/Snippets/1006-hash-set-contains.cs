// finds: SMTP1006
// fixes: SMTP1006
// after: true TransientReplies.IsTransient = 400-499
using System.Collections.Generic;
using MailKit.Net.Smtp;

public static class TransientReplies
{
    private static readonly HashSet<SmtpStatusCode> Codes =
    [
        SmtpStatusCode.ServiceNotAvailable,
        SmtpStatusCode.MailboxBusy,
    ];

    public static bool IsTransient(SmtpCommandException ex) => Codes.Contains(ex.StatusCode);
}
