using System;
using System.Collections.Generic;
using System.Net.Mail;
using System.Threading.Tasks;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
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
                catch (SmtpFailedRecipientException ex)
                {
                    await Task.Delay(pause);
                    var refusedAgain = new List<SmtpFailedRecipientException>();
                    foreach (var failure in ex is SmtpFailedRecipientsException several ? several.InnerExceptions : new[] { ex })
                    {
                        if ((int)failure.StatusCode / 100 == 4)
                        {
                            try
                            {
                                // Everyone else has it already.
                                message.To.Clear();
                                message.CC.Clear();
                                message.Bcc.Clear();
                                message.To.Add(failure.FailedRecipient);
                                await client.SendMailAsync(message);
                            }
                            catch (SmtpFailedRecipientException again)
                            {
                                refusedAgain.Add(again);
                            }
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
}
