using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class BlindRetry
    {
        public static async Task SendAsync(SmtpClient client, MimeMessage message, TimeSpan pause)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await client.SendAsync(message);
                    return;
                }
                catch (SmtpCommandException ex) when (attempt < 4 && (int)ex.StatusCode / 100 == 4)
                {
                    await Task.Delay(pause);
                }
            }
        }
    }
}
