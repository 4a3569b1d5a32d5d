using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
public enum Fate { Sent, Permanent }
public class Post(SmtpClient line)
{
    public async Task<Fate> Go(MimeMessage m)
    {
        try { await line.AuthenticateAsync("u", "p"); await line.SendAsync(m); return Fate.Sent; }
        catch (AuthenticationException) // finds: SMTP3006
        { return Fate.Permanent; }
    }
}
