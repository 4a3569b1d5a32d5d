using System;
using System.IO;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public static class RefusedMail
    {
        public enum Fate { Delivered, Retry, GiveUp, Unknown }

        public static async Task<Fate> SendAsync(SmtpClient client, MimeMessage message)
        {
            await client.SendAsync(message);

            return Fate.Delivered;
        }

        public static Fate Send(SmtpClient client, MimeMessage message)
        {
            try
            {
                client.Send(message);
                return Fate.Delivered;
            }
            catch (Exception)
            {
                return Fate.Unknown;
            }
        }
    }
}
