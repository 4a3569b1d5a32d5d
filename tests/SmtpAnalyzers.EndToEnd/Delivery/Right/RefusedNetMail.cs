using System;
using System.Net.Mail;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class RefusedNetMail
    {
        public enum Fate { Delivered, Retry, GiveUp }

        public static Fate Send(SmtpClient client, MailMessage message)
        {
            try
            {
                client.Send(message);
            }
            catch (SmtpFailedRecipientsException ex) when (Array.Exists(ex.InnerExceptions, one => (int)one.StatusCode / 100 == 4))
            {
                // Send it again later, to those that were refused with 4xx only: the others have the message.
                return Fate.Retry;
            }
            catch (SmtpFailedRecipientsException)
            {
                return Fate.GiveUp;
            }
            catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.GeneralFailure || (int)ex.StatusCode / 100 == 4)
            {
                return Fate.Retry;
            }
            catch (SmtpException)
            {
                return Fate.GiveUp;
            }

            return Fate.Delivered;
        }
    }
}
