// finds: SMTP3001
// fixes: SMTP3001
// after: contains // the relay refused it
using System;
using MailKit.Net.Smtp;
using MimeKit;

public class Gateway
{
    public void Send(SmtpClient client, MimeMessage message)
    {
        try
        {
            client.Send(message);
        }
        catch (SmtpCommandException ex)
        {
            // the relay refused it
            throw new InvalidOperationException("Refused: " + (int)ex.StatusCode, ex);
        }
        catch (System.Net.Mail.SmtpException ex)
        {
            throw new InvalidOperationException("No connection.", ex);
        }
    }
}
