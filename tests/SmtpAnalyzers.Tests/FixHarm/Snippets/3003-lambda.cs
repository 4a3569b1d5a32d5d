// finds: SMTP3003
// after: contains client.Send(m)
using System;
using MailKit.Net.Smtp;
using MimeKit;

public class Lambdas
{
    public Func<MimeMessage, bool> Sender(ISmtpClient client)
    {
        Func<MimeMessage, bool> isSent = m => client.Send(m).StartsWith("2.0.0");
        return isSent;
    }
}
