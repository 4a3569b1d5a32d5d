using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public static class Endless
    {
        public static async Task SendAsync(SmtpClient client, MimeMessage message, TimeSpan pause)
        {
            while (true)
            {
                try
                {
                    await client.SendAsync(message);
                    return;
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
                {
                    await Task.Delay(pause);
                }
            }
        }
    }
}
