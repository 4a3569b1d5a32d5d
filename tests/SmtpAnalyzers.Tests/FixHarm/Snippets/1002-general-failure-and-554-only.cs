// finds: SMTP1002
// fixes: SMTP1002
// after: true NotificationSender.CanRetry = -1, 400-499
// also: csharp7.3
using System;
using System.Net.Mail;
using System.Threading;

namespace Alerts
{
    public class NotificationSender
    {
        private readonly SmtpClient smtp = new SmtpClient("relay");

        public void Notify(MailMessage m)
        {
            for (int i = 1; i <= 5; i++)
            {
                try { smtp.Send(m); return; }
                catch (SmtpException ex) when (i < 5 && CanRetry(ex.StatusCode)) { Thread.Sleep(TimeSpan.FromMinutes(i * 5)); }
            }
        }

        internal static bool CanRetry(SmtpStatusCode code)
        {
            return code == SmtpStatusCode.TransactionFailed || code == SmtpStatusCode.GeneralFailure; // no answer at all
        }
    }
}
