// finds: SMTP1006
// fixes: SMTP1006
// after: true SystemNet.ShouldRetry = -1, 400-499
// also: csharp7.3
using System.Linq;
using System.Net.Mail;

namespace Jobs
{
    public class SystemNet
    {
        static readonly SmtpStatusCode[] retryOn = new SmtpStatusCode[]
        {
            SmtpStatusCode.GeneralFailure,
            SmtpStatusCode.MailboxBusy, SmtpStatusCode.InsufficientStorage
        };

        public bool ShouldRetry(SmtpException ex)
        {
            return retryOn.Contains(ex.StatusCode);
        }
    }
}
