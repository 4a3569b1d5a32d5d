using MailKit.Net.Smtp;
using MimeKit;
using static MailKit.Net.Smtp.SmtpStatusCode;
using SM = System.Net.Mail;

class MoreShapes
{
    public enum Verdict { Retry, GiveUp, Unknown }
    readonly SmtpClient client = new();

    public Verdict UsingStatic(SmtpCommandException ex) => ex.StatusCode switch
    {
        MailboxBusy => Verdict.GiveUp, // finds: SMTP1001
        MailboxUnavailable => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public void Goto(MimeMessage message)
    {
        var n = 0;
    again:
        try { client.Send(message); }
        catch (SmtpCommandException) when (n++ < 3) // finds: SMTP2001
        {
            Thread.Sleep(TimeSpan.FromMinutes(1));
            goto again;
        }
    }

    public async Task Recursive(MimeMessage message, int attempt = 0)
    {
        try { await client.SendAsync(message); }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            if (attempt >= 3) throw;
            await Task.Delay(TimeSpan.FromMinutes(1));
            await Recursive(message, attempt + 1);
        }
    }

    public async Task ForEachAttempt(MimeMessage message)
    {
        foreach (var delay in new[] { 60, 120, 300 })
        {
            try { await client.SendAsync(message); return; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromSeconds(delay));
            }
        }
    }

    public async Task ForEachRange(MimeMessage message)
    {
        foreach (var attempt in Enumerable.Range(1, 3))
        {
            try { await client.SendAsync(message); break; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                if (attempt == 3) throw;
                await Task.Delay(TimeSpan.FromSeconds(attempt * 60));
            }
        }
    }

    public async Task<bool> LastException(MimeMessage message)
    {
        Exception? last = null;
        for (int i = 0; i < 3; i++)
        {
            try { await client.SendAsync(message); return true; } // finds: SMTP2003
            catch (Exception ex) // finds: SMTP2001
            {
                last = ex;
                await Task.Delay(TimeSpan.FromMinutes(2));
            }
        }
        throw last!;
    }

    public async Task<bool> Lambda(MimeMessage message)
    {
        Func<Task> send = async () => await client.SendAsync(message);
        for (int i = 0; i < 3; i++)
        {
            try { await send(); return true; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(2));
            }
        }
        return false;
    }

    public async Task<bool> Retry(Func<Task> action)
    {
        for (int i = 0; i < 3; i++)
        {
            try { await action(); return true; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(2));
            }
        }
        return false;
    }
    public Task<bool> ViaRetry(MimeMessage message) => Retry(() => client.SendAsync(message));

    public async Task UsingInTry(MimeMessage message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var smtp = new SmtpClient();
                await smtp.ConnectAsync("mail.example.org", 25);
                await smtp.SendAsync(message);
                await smtp.DisconnectAsync(true);
                return;
            }
            catch (Exception ex) when (attempt < 3) // finds: SMTP2001
            {
                Console.WriteLine(ex);
                await Task.Delay(TimeSpan.FromMinutes(attempt));
            }
        }
    }

    public Verdict Ternaries(SmtpCommandException ex) =>
        ex.StatusCode == MailboxBusy ? Verdict.GiveUp // finds: SMTP1001
        : ex.StatusCode == MailboxUnavailable ? Verdict.Retry // finds: SMTP1002
        : Verdict.Unknown;

    public Verdict ByHasFlag(SmtpCommandException ex)
    {
        var status = ex.StatusCode;
        if (status is MailboxBusy or InsufficientStorage) return Verdict.GiveUp; // finds: SMTP1001, SMTP1001
        return Verdict.Unknown;
    }

    public Verdict ByString(SmtpCommandException ex) => ex.StatusCode.ToString() switch
    {
        "MailboxBusy" => Verdict.GiveUp, // finds: SMTP1001
        "MailboxUnavailable" => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict ByNameof(SmtpCommandException ex) =>
        ex.StatusCode.ToString() == nameof(MailboxBusy) ? Verdict.GiveUp : Verdict.Unknown; // finds: SMTP1001

    public async Task Aggregate(MimeMessage message)
    {
        try { client.SendAsync(message).Wait(); }
        catch (AggregateException ex) when (ex.InnerException is SmtpCommandException { StatusCode: MailboxUnavailable }) // finds: SMTP1002
        {
            Requeue(message);
        }
    }
    void Requeue(MimeMessage m) { }
}
