using System;
using System.IO;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public static class RefusedMail
    {
        public enum Fate { Delivered, Retry, GiveUp, Unknown }

        public static async Task<Fate> SendAsync(SmtpClient client, MimeMessage message)
        {
            try
            {
                await client.SendAsync(message);
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
            {
                return Fate.Retry;
            }
            catch (SmtpCommandException)
            {
                return Fate.GiveUp;
            }
            catch (Exception ex) when (ex is SmtpProtocolException || ex is IOException || ex is TimeoutException)
            {
                return Fate.Retry;
            }

            return Fate.Delivered;
        }

        public static Fate Send(SmtpClient client, MimeMessage message)
        {
            try
            {
                client.Send(message);
                return Fate.Delivered;
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
            {
                return Fate.Retry;
            }
            catch (SmtpCommandException)
            {
                return Fate.GiveUp;
            }
            catch (Exception ex) when (ex is SmtpProtocolException || ex is IOException)
            {
                return Fate.Retry;
            }
            catch (Exception)
            {
                return Fate.Unknown;
            }
        }
    }
}
