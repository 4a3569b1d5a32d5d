using MailKit.Net.Smtp; using MimeKit;
public record Posted(bool Sent, string Note);
public class Post(SmtpClient line)
{
    public Posted Go(MimeMessage m)
    {
        try { line.Send(m); return new Posted(Sent: true, Note: null); }
        catch (SmtpCommandException r) // finds: SMTP1004
        { return new Posted(Sent: true, Note: r.Message); }
    }
}
