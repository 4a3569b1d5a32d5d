// finds: SMTP1001
// fixes: SMTP1001
// after: true DeliveryErrors.IsPermanent = 535, 550, 552, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?551, ?553-599
// also: csharp7.3
using System.Net.Mail;

namespace Crm.Mail
{
    internal static class DeliveryErrors
    {
        internal static bool IsPermanent(SmtpStatusCode status)
        {
            switch (status)
            {
                case SmtpStatusCode.MailboxBusy:
                case SmtpStatusCode.MailboxUnavailable:
                case (SmtpStatusCode)535:
                case SmtpStatusCode.ExceededStorageAllocation:
                    return true;
            }
            return false;
        }
    }
}
