// finds: SMTP3010
// after: contains , failure)
using System;
using System.Net.Mail;

public class Inner
{
    public void Send(SmtpClient client, MailMessage mail)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpException failure)
        {
            // callers look at InnerException
            throw new SmtpException($"Mail to {mail.To} failed", failure);
        }
    }
}
