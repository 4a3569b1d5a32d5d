// finds: SMTP3003
// each: lacks client.Send(message); throw
// after: lacks throw new
using System;
using MailKit.Net.Smtp;
using MimeKit;

public class Strict
{
    public void Send(SmtpClient client, MimeMessage message)
    {
        string answer = client.Send(message);
        if (answer.Contains("rejected", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("The server rejected the message: " + answer);
        }
    }
}
