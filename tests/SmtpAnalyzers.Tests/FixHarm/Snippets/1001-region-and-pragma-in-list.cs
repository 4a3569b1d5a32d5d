// finds: SMTP1001
// after: true Rejections.IsPermanent = 451, 550, 551, 554
using System.Collections.Generic;
using System.Collections.Immutable;
using MailKit.Net.Smtp;

public static class Rejections
{
    public static readonly ImmutableHashSet<SmtpStatusCode> PermanentCodes = ImmutableHashSet.Create(
        SmtpStatusCode.MailboxUnavailable,
        #region temporary ones the old relay used to send
        SmtpStatusCode.ErrorInProcessing, // "local problem", never came back
        #endregion
        SmtpStatusCode.UserNotLocalTryAlternatePath,
        SmtpStatusCode.TransactionFailed);

    public static bool IsPermanent(SmtpStatusCode code) => PermanentCodes.Contains(code);
}
