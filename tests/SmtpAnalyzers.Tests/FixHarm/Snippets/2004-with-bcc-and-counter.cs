// finds: SMTP2004
// fixes: SMTP2004
// calls: Attempt
// after: contains Attempt();
using System;
using System.Net.Mail;

namespace Club
{
    public class Announcements
    {
        private int attempts;

        public void Announce(SmtpClient client, MailAddress board, MailAddressCollection members)
        {
            using (var message = new MailMessage())
            {
                message.From = board;
                message.To.Add(board);
                foreach (var member in members)
                    message.Bcc.Add(member);
                try
                {
                    Attempt();
                    client.Send(message);
                }
                catch (SmtpFailedRecipientsException ex)
                {
                    foreach (var one in ex.InnerExceptions)
                    {
                        if ((int)one.StatusCode >= 500)
                        {
                            Console.WriteLine(one.FailedRecipient + " is gone");
                            continue;
                        }
                        System.Threading.Thread.Sleep(600000);
                        Attempt();
                        client.Send(message);
                    }
                }
            }
        }

        private void Attempt() { attempts++; }
    }
}
