using System;
using System.Net.Mail;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class RefusedRecipients
    {
        public static MailAddressCollection Send(SmtpClient client, MailMessage message)
        {
            var tryLater = new MailAddressCollection();
            try
            {
                client.Send(message);
            }
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                for (int i = 0; i < failures.Length; i++)
                {
                    SmtpStatusCode status = failures[i].StatusCode;
                    if ((int)status / 100 == 4)
                    {
                        Console.WriteLine("Delivery failed - retrying in 5 seconds.");
                        tryLater.Add(new MailAddress(failures[i].FailedRecipient));
                    }
                    else
                    {
                        Console.WriteLine("Failed to deliver message to {0}", failures[i].FailedRecipient);
                    }
                }
            }

            return tryLater;
        }
    }
}
