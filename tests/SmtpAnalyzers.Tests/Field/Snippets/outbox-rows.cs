using MailKit.Net.Smtp;
using MimeKit;

public enum OutboxStatus { Pending, Processing, Sent, Failed, Cancelled }

public class OutboxRow
{
    public OutboxStatus Status { get; set; }
    public int RetryCount { get; set; }
    public DateTime? NextAttemptAt { get; set; }
    public DateTime? SentAt { get; set; }
    public string? LastError { get; set; }
    public MimeMessage Mail { get; set; } = null!;
}

// A worker that takes rows from a table and writes back what became of them.
public class OutboxWorker(SmtpClient client)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    // 550 is put off, 450 is failed.
    public async Task Twisted(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
            row.Status = OutboxStatus.Sent;
            row.SentAt = DateTime.UtcNow;
        }
        catch (SmtpCommandException ex)
        {
            row.LastError = ex.Message;
            if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
            {
                row.RetryCount++;
                row.NextAttemptAt = DateTime.UtcNow + Pause;
            }
            else if (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
            {
                row.Status = OutboxStatus.Failed;
            }
            else
            {
                throw;
            }
        }
    }

    // Every refusal is put off, whatever the server said.
    public async Task Blind(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
        }
        catch (SmtpCommandException ex) // finds: SMTP2001
        {
            row.RetryCount += 1;
            row.LastError = ex.Message;
            row.NextAttemptAt = DateTime.UtcNow.AddMinutes(Math.Pow(2, row.RetryCount));
        }
    }

    // Up to five times, with the state chosen in one expression.
    public async Task BlindUpToFive(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
        }
        catch (SmtpCommandException ex) // finds: SMTP2001
        {
            row.RetryCount = row.RetryCount + 1;
            row.LastError = ex.Message;
            row.Status = row.RetryCount >= 5 ? OutboxStatus.Failed : OutboxStatus.Pending;
            if (row.Status == OutboxStatus.Pending)
                row.NextAttemptAt = DateTime.UtcNow + Pause;
        }
    }

    // The list of what passes lacks 421 and 451: their rows fail.
    public async Task Incomplete(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
        }
        catch (SmtpCommandException ex)
            when (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage) // finds: SMTP1006
        {
            row.RetryCount++;
            row.NextAttemptAt = DateTime.UtcNow + Pause;
        }
        catch (SmtpCommandException)
        {
            row.Status = OutboxStatus.Failed;
        }
    }

    // A handler that notes the refusal as sent.
    public async Task SentAnyway(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
            row.SentAt = DateTime.UtcNow;
        }
        catch (SmtpCommandException) // finds: SMTP1004
        {
            row.SentAt = DateTime.UtcNow;
        }
    }

    // Sorted by class: right.
    public async Task Right(OutboxRow row)
    {
        try
        {
            await client.SendAsync(row.Mail);
            row.SentAt = DateTime.UtcNow;
        }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
        {
            row.RetryCount++;
            row.NextAttemptAt = DateTime.UtcNow + Pause;
        }
        catch (SmtpCommandException)
        {
            row.Status = OutboxStatus.Failed;
        }
    }
}
