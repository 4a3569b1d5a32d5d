using System; using System.Net.Mail;
public enum Fate { Sent, Transient }
public class Job(SmtpClient relay)
{
    public Fate Go(MailMessage m)
    {
        try { relay.Send(m); return Fate.Sent; }
        catch (Exception) { return Fate.Transient; } // finds: SMTP2001
    }
}
