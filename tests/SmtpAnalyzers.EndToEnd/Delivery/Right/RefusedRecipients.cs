using System;
using System.Collections.Generic;
using System.Net.Mail;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class RefusedRecipients
    {
        public static void Send(SmtpClient client, MailMessage message)
        {
            try
            {
                client.Send(message);
            }
            catch (SmtpFailedRecipientException ex)
            {
                var failures = ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex };
                var refusedAgain = new List<SmtpFailedRecipientException>();
                for (int i = 0; i < failures.Length; i++)
                {
                    SmtpStatusCode status = failures[i].StatusCode;
                    if ((int)status / 100 == 4)
                    {
                        Console.WriteLine("Delivery failed - retrying in 5 seconds.");
                        System.Threading.Thread.Sleep(1000);
                        var to = new List<MailAddress>(message.To);
                        var cc = new List<MailAddress>(message.CC);
                        var bcc = new List<MailAddress>(message.Bcc);
                        try
                        {
                            // Everyone else has it already.
                            message.To.Clear();
                            message.CC.Clear();
                            message.Bcc.Clear();
                            message.To.Add(failures[i].FailedRecipient);
                            client.Send(message);
                        }
                        catch (SmtpFailedRecipientException again)
                        {
                            refusedAgain.Add(again);
                        }
                        finally
                        {
                            message.To.Clear();
                            to.ForEach(message.To.Add);
                            cc.ForEach(message.CC.Add);
                            bcc.ForEach(message.Bcc.Add);
                        }
                    }
                    else
                    {
                        Console.WriteLine("Failed to deliver message to {0}", failures[i].FailedRecipient);
                    }
                }

                if (refusedAgain.Count == 1)
                    throw refusedAgain[0];
                if (refusedAgain.Count > 1)
                    throw new SmtpFailedRecipientsException(ex.Message, refusedAgain.ToArray());
            }
        }
    }
}
