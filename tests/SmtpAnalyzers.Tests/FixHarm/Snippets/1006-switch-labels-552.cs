// finds: SMTP1006
// fixes: SMTP1006
// after: true Labels.CanRetry = 400-499, 552
// also: csharp7.3
using MailKit.Net.Smtp;

namespace Jobs
{
    static class Labels
    {
        internal static bool CanRetry(SmtpStatusCode code)
        {
            switch (code)
            {
                case SmtpStatusCode.ServiceNotAvailable: return true;
                case SmtpStatusCode.ErrorInProcessing: return true;
                case SmtpStatusCode.ExceededStorageAllocation: return true;
                default: return false;
            }
        }
    }
}
