// finds: SMTP1002
// fixes: SMTP1002
// after: true RetryCodes.ShouldRetry = 421, 450, 451, 452, 552, ?400-420, ?422-449, ?453-499
using System.Collections.Frozen;
using System.Collections.Generic;
using MailKit.Net.Smtp;

public static class RetryCodes
{
    private static readonly FrozenSet<SmtpStatusCode> Retryable = new HashSet<SmtpStatusCode>
    {
        SmtpStatusCode.ServiceNotAvailable, SmtpStatusCode.MailboxBusy,
        SmtpStatusCode.ErrorInProcessing, SmtpStatusCode.InsufficientStorage,
        SmtpStatusCode.ExceededStorageAllocation, SmtpStatusCode.MailboxUnavailable,
    }.ToFrozenSet();

    public static bool ShouldRetry(SmtpStatusCode code) => Retryable.Contains(code);
}
