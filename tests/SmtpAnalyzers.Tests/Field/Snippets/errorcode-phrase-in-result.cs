using MailKit.Net.Smtp; using MimeKit;
public class Reply { public static Reply Fail(string text, int http) => new(); public static Reply Good() => new(); }
public class Desk(SmtpClient line)
{
    public Reply Go(MimeMessage m, string to)
    {
        try { line.Send(m); return Reply.Good(); }
        catch (SmtpCommandException r) when (r.ErrorCode == SmtpErrorCode.RecipientNotAccepted) // finds: SMTP3002
        { return Reply.Fail($"Invalid recipient address: {to}", 400); }
    }
}
