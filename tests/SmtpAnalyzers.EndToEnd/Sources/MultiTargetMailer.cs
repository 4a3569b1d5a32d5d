using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Multi
{
    public static class Mailer
    {
        public static bool IsPermanent(SmtpStatusCode code)
        {
            return (int)code >= 400; // SMTP1001
        }

        public static bool IsTransient(SmtpStatusCode code)
        {
            return code == SmtpStatusCode.MailboxBusy || code == SmtpStatusCode.InsufficientStorage; // SMTP1006
        }

        public static bool CanRetry(SmtpStatusCode code)
        {
#if NET10_0_OR_GREATER
            return code is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.ErrorInProcessing; // SMTP1002
#else
            return code == SmtpStatusCode.MailboxBusy || code == SmtpStatusCode.ErrorInProcessing
                || code == SmtpStatusCode.InsufficientStorage
                || code == SmtpStatusCode.ServiceNotAvailable;
#endif
        }

        public static async Task SendAsync(SmtpClient client, MimeMessage message)
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    await client.SendAsync(message);
                    return;
                }
                catch (SmtpCommandException) when (attempt < 4) // SMTP2001
                {
                    await Task.Delay(TimeSpan.FromMinutes(5 * attempt));
                }
            }
        }
    }
}
