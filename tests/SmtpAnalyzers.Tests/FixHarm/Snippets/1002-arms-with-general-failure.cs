// finds: SMTP1002
// fixes: SMTP1002
// after: true Policy.ShouldRetry = -1, 400-499, 552
// after: lacks (int)code is >= 400 and < 500 || (int)code is
// also: csharp8
using System.Net.Mail;

public class Policy
{
    public bool ShouldRetry(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.GeneralFailure => true,
        SmtpStatusCode.ServiceNotAvailable => true,
        SmtpStatusCode.MailboxBusy => true,
        SmtpStatusCode.ExceededStorageAllocation => true, // too many recipients, says the old standard
        SmtpStatusCode.UserNotLocalTryAlternatePath => true,
        _ => false
    };
}
