using MailKit.Net.Smtp; using MimeKit; using System.Collections.Generic;
public class Club(SmtpClient line, HashSet<string> subscribers, HashSet<string> blacklist)
{
    public void Go(MimeMessage m, string to)
    {
        try { line.Send(m); }
        catch (SmtpCommandException r) when (r.ErrorCode == SmtpErrorCode.RecipientNotAccepted) // finds: SMTP3002
        { subscribers.Remove(to); }
    }
    public void Black(MimeMessage m, string to)
    {
        try { line.Send(m); }
        catch (SmtpCommandException r) when (r.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        { blacklist.Add(to); }
    }
}
