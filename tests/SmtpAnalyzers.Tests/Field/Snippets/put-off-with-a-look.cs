using MailKit.Net.Smtp;
using MimeKit;

public enum Fate { Sent, Retry, GiveUp }

public class Outbox(SmtpClient client, IQueue queue)
{
    // An earlier clause takes 5xx out.
    public Fate Sorted(MimeMessage message)
    {
        try { client.Send(message); return Fate.Sent; }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 500) { return Fate.GiveUp; }
        catch (SmtpCommandException) { return Fate.Retry; }
    }

    // The helper may look at the exception.
    public void HandedOn(MimeMessage message)
    {
        try { client.Send(message); }
        catch (SmtpCommandException ex) { queue.Requeue(message, ex); }
    }

    // Something else than the client may have failed.
    public Fate Beside(MimeMessage message)
    {
        try { queue.Load(message); client.Send(message); return Fate.Sent; }
        catch (Exception) { return Fate.Retry; }
    }

    public void Blind(MimeMessage message)
    {
        try { client.Send(message); }
        catch (SmtpCommandException) { queue.Requeue(message, null); } // finds: SMTP2001
    }
}

public interface IQueue { void Requeue(MimeMessage message, Exception failure); void Load(MimeMessage message); }
