using System;
using System.Net.Mail;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public static class RefusedNetMail
    {
        public enum Fate { Delivered, Retry, GiveUp }

        public static Fate Send(SmtpClient client, MailMessage message)
        {
            client.Send(message);

            return Fate.Delivered;
        }
    }
}
