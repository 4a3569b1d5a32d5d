using MailKit.Net.Smtp;
using MimeKit;
using SM = System.Net.Mail;

class Verdicts
{
    readonly SmtpClient client = new();
    readonly SM.SmtpClient old = new();

    public async Task<(bool Sent, bool Permanent)> Send(MimeMessage message)
    {
        try { await client.SendAsync(message); return (true, false); }
        catch (SmtpCommandException ex)
        {
            return (false,
                ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable); // finds: SMTP1001
        }
    }

    public async Task<(bool ok, string error, bool retry)> SendToo(MimeMessage message)
    {
        try { await client.SendAsync(message); return (true, null, false); }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            return (false, ex.Message, true);
        }
    }

    public async Task<bool> TrySend(MimeMessage message)
    {
        try { await client.SendAsync(message); return true; }
        catch (SmtpCommandException) { return true; } // finds: SMTP1004
    }

    public async Task<bool> TrySendOld(SM.MailMessage message)
    {
        try { await old.SendMailAsync(message); return true; }
        catch (SM.SmtpException) { return true; } // finds: SMTP1004
    }

    public bool SendOld(SM.MailMessage message, Row row)
    {
        try { old.Send(message); row.IsSent = true; }
        catch (SM.SmtpException) { row.IsSent = true; } // finds: SMTP1004
        return row.IsSent;
    }

    public bool SendNew(MimeMessage message, Row row)
    {
        try { client.Send(message); row.IsSent = true; }
        catch (SmtpCommandException) { row.IsSent = true; } // finds: SMTP1004
        return row.IsSent;
    }

    public string Sentence(MimeMessage message)
    {
        try { client.Send(message); return "sent"; }
        catch (SmtpCommandException ex) { return "Permanent failure, will not retry."; } // finds: SMTP1001
    }

    public string SentenceOld(SM.MailMessage message)
    {
        try { old.Send(message); return "sent"; }
        catch (SM.SmtpException ex) { return "Permanent failure, will not retry: " + ex.Message; } // finds: SMTP1001
    }
}
class Row { public bool IsSent; }
class Attempts
{
    readonly SmtpClient client = new();
    // Given up after the last delay.
    public async Task A(MimeMessage message, Dead dead)
    {
        foreach (var delay in new[] { 60, 120, 300 })
        {
            try { await client.SendAsync(message); return; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
            {
                await Task.Delay(TimeSpan.FromSeconds(delay));
            }
        }
        dead.DeadLetter(message);
    }
    // The codes of several replies are no attempts.
    public void B(SmtpCommandException[] all, Dead dead)
    {
        foreach (var ex in all)
        {
            if (ex.StatusCode == SmtpStatusCode.MailboxBusy) dead.DeadLetter(null); // finds: SMTP1001
        }
    }
}
class Dead { public void DeadLetter(MimeMessage m) { } }
