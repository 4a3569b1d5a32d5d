// finds: SMTP2004
// after: contains void SendRound(SmtpClient client, MailMessage round)
// after: contains attempt <= 3
// after: lacks client.Send(round); break; } catch (SmtpFailedRecipientException
using System;
using System.Net.Mail;
using System.Threading;

static class Rounds
{
    static void SendRound(SmtpClient client, MailMessage round)
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                client.Send(round);
                break;
            }
            catch (SmtpFailedRecipientsException e)
            {
                Console.WriteLine($"{e.InnerExceptions.Length} recipients refused, attempt {attempt}");
                Thread.Sleep(TimeSpan.FromMinutes(attempt * 10));
            }
        }
    }

    static void Main2(SmtpClient client) => SendRound(client, new MailMessage("a@example.com", "b@example.com,c@example.com"));
}
