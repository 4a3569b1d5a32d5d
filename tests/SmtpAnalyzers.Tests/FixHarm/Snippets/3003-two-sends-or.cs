// finds: SMTP3003
// after: contains primary.Send(message)
// after: contains backup.Send(message)
using MailKit.Net.Smtp;
using MimeKit;

public class Fallback(SmtpClient primary, SmtpClient backup)
{
    // the second relay gets it when the first did not say OK
    public bool Send(MimeMessage message) => primary.Send(message).Contains("OK") || backup.Send(message).Contains("OK");
}
