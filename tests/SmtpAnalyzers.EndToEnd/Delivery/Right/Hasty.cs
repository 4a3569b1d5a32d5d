using System;
using System.Threading;
using MailKit.Net.Smtp;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class Hasty
    {
        public static bool Send(SmtpClient client, MimeMessage message)
        {
            for (var attempt = 1; attempt < 4; attempt++)
            {
                try
                {
                    client.Send(message);
                    return true;
                }
                catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
                {
                    Thread.Sleep(TimeSpan.FromSeconds(attempt));
                }
            }

            return false;
        }
    }
}
