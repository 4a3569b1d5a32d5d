// finds: SMTP1003
// fixes: SMTP1003
// after: true Reconnects.ShouldRetry = 421, 450, 451, 452, ?400-420, ?422-449, ?453-499
using System.Collections.Generic;
using System.Net.Mail;

public static class Reconnects
{
    private static readonly ISet<SmtpStatusCode> Again = new HashSet<SmtpStatusCode>
    {
        SmtpStatusCode.ServiceClosingTransmissionChannel,   // server goes down
        SmtpStatusCode.MailboxBusy,
        SmtpStatusCode.LocalErrorInProcessing,
        SmtpStatusCode.InsufficientStorage,
    };

    public static bool ShouldRetry(SmtpException problem) => Again.Contains(problem.StatusCode);
}
