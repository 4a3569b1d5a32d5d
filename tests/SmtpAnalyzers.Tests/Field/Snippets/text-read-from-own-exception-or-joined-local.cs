using MailKit.Net.Smtp;
public static class Bounce
{
    public static bool IsHardBounce(SmtpCommandException r)
    {
        var text = r.Message.ToLowerInvariant();
        if (r.InnerException != null) text += " " + r.InnerException.Message;
        return text.Contains("550"); // finds: SMTP3004
    }
}
