// finds: SMTP2007
// fixes: SMTP2007
using System;
using System.Threading;
using MailKit.Net.Smtp;
using MimeKit;

public class Patient
{
    public void Send(SmtpClient client, MimeMessage message)
    {
        int tries = 0;
        while (true)
        {
            try
            {
                client.Send(message);
                Console.WriteLine("sent after {0} tries", tries);
                return;
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
            {
                tries++;
                Thread.Sleep(TimeSpan.FromMinutes(tries));
            }
        }
    }
}
