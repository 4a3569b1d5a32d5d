using System.Collections.Generic;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public static class Newsletter
    {
        public static async Task<int> SendAllAsync(string host, int port, IEnumerable<MimeMessage> messages)
        {
            var lost = 0;
            using (var client = new SmtpClient())
            {
                await client.ConnectAsync(host, port, SecureSocketOptions.None);
                foreach (var message in messages)
                {
                    try
                    {
                        await client.SendAsync(message);
                    }
                    catch (System.Exception)
                    {
                        lost++;
                    }
                }

                await client.DisconnectAsync(true);
            }

            return lost;
        }
    }
}
