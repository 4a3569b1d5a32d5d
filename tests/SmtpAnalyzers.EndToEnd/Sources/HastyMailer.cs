using System.Threading;
using MailKit.Net.Smtp;
using MimeKit;

namespace Mailer;

public static class HastyMailer
{
    public static void SendThrice(SmtpClient client, MimeMessage message)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                client.Send(message);
                return;
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4) // SMTP2002
            {
            }
        }
    }

    public static void SendOverNewConnections(string host, MimeMessage message)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                using var client = new SmtpClient();
                client.Connect(host);
                client.Send(message);
                return;
            }
            catch (SmtpProtocolException) // SMTP2005
            {
                Thread.Sleep(60_000);
            }
        }
    }
}
