// finds: SMTP1001
// fixes: SMTP1001
// after: true BounceClassifier.IsHardBounce = 550, 553, ?501, ?504-529, ?531-533, ?536-537, ?539-549, ?551, ?554-599
// after: contains // role accounts that were closed
using System;
using System.Linq;
using MailKit.Net.Smtp;

namespace Shop.Notifications
{
    public class BounceClassifier
    {
        private static readonly SmtpStatusCode[] HardBounces = new[]
        {
            SmtpStatusCode.MailboxUnavailable,
            // role accounts that were closed
            SmtpStatusCode.MailboxNameNotAllowed,
            SmtpStatusCode.InsufficientStorage,
        };

        public bool IsHardBounce(SmtpCommandException failure)
        {
            return Array.IndexOf(HardBounces, failure.StatusCode) >= 0 || HardBounces.Contains(failure.StatusCode);
        }
    }
}
