// finds: SMTP3003
// fixes: SMTP3003
// after: contains client.Send(message)
using System;
using MailKit.Net.Smtp;
using MimeKit;

public static class Quick
{
    public static bool TrySend(this SmtpClient client, MimeMessage message)
    {
        return client.Send(message).IndexOf("queued", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
