// finds: SMTP1002
// fixes: SMTP1002
// after: lacks TransactionFailed
// after: contains attempt < MaxAttempts
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace Worker
{
    public class OutboxWorker
    {
        private const int MaxAttempts = 6;

        public async Task SendAsync(Func<SmtpClient> connect, MimeMessage mail)
        {
            for (int attempt = 1; ; attempt++)
            {
                using (var client = connect())
                {
                    try
                    {
                        await client.SendAsync(mail);
                        return;
                    }
                    catch (SmtpCommandException ex) when (attempt < MaxAttempts
                        && (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable
                            // greylisting
                            || ex.StatusCode == SmtpStatusCode.ErrorInProcessing
                            || ex.StatusCode == SmtpStatusCode.MailboxBusy
                            || ex.StatusCode == SmtpStatusCode.TransactionFailed))
                    {
                        await Task.Delay(TimeSpan.FromMinutes(attempt * 10));
                    }
                }
            }
        }
    }
}
