// finds: SMTP3003
// after: contains // see wiki: Exchange answers in German
using System;
using MailKit.Net.Smtp;
using MimeKit;

public class Exchange
{
    public string Send(SmtpClient client, MimeMessage message)
    {
        var reply = client.Send(message);
        if (!reply.Contains("Queued mail for delivery"))
        {
            // see wiki: Exchange answers in German
            throw new InvalidOperationException(reply);
        }

        return reply; /* for the log */
    }
}
