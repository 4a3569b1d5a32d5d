// finds: SMTP2002
// fixes: SMTP2002
// after: lacks Thread.Sleep(2000);
// after: contains Thread.Sleep(
using System.Threading;
using MailKit.Net.Smtp;
using MimeKit;

public class Kiosk
{
    public void Send(SmtpClient client, MimeMessage ticket)
    {
        int attempt = 0;
        while (true)
        {
            try
            {
                client.Send(ticket);
                return;
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400 && (int)ex.StatusCode < 500 && ++attempt < 5)
            {
                Thread.Sleep(2000); // the printer is slow too
            }
        }
    }
}
