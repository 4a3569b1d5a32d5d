// finds: SMTP3003
// after: contains client.Send(message)
using MailKit.Net.Smtp;
using MimeKit;

public class Repeater
{
    public bool Send(SmtpClient client, MimeMessage message)
    {
        var success = false;
        for (var i = 0; i < 3 && !success; i++)
            success = client.Send(message).Contains("OK"); // three tries
        return success;
    }
}
