// finds: SMTP3003
// each: lacks client.Send(m); throw
// after: lacks throw
using System;
using MailKit.Net.Smtp;
using MimeKit;

public class Words
{
    private readonly SmtpClient client = new SmtpClient();

    public void Blocked(MimeMessage m)
    {
        var text = client.Send(m);
        if (text.Contains("blocked")) throw new InvalidOperationException(text);
    }

    public void Deferred(MimeMessage m)
    {
        var text = client.Send(m);
        if (text.StartsWith("4.") || text.Contains("deferred")) throw new InvalidOperationException(text);
    }

    public void Denied(MimeMessage m)
    {
        var text = client.Send(m);
        if (text.ToLowerInvariant().Contains("access denied")) throw new InvalidOperationException(text);
    }

    public void Unknown(MimeMessage m)
    {
        var text = client.Send(m);
        if (text.Contains("user unknown")) throw new InvalidOperationException(text);
    }
}
