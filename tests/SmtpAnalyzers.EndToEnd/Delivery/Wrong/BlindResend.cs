using System;
using System.Collections.Generic;
using System.Net.Mail;
using System.Threading.Tasks;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public static class BlindResend
    {
        public static async Task SendAsync(SmtpClient client, IEnumerable<string> subscribers, TimeSpan pause)
        {
            using (var message = new MailMessage { From = new MailAddress("a@x.test"), Subject = "harm" })
            {
                foreach (var subscriber in subscribers)
                    message.Bcc.Add(subscriber);
                try
                {
                    await client.SendMailAsync(message);
                }
                catch (SmtpFailedRecipientException)
                {
                    await Task.Delay(pause);
                    await client.SendMailAsync(message);
                }
            }
        }
    }
}
