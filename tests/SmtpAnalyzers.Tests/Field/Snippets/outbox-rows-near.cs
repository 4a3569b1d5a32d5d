using MailKit.Net.Smtp;
using MimeKit;

public enum State { Pending, Sent, Failed }

public class Row
{
    public State Status { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextRetryAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? FailedAt { get; set; }
    public DateTimeOffset? NextReportAt { get; set; }
    public MimeMessage Mail { get; set; } = null!;
}

public class Worker(SmtpClient client, ILogbook book)
{
    // Failed, and a look at the count decides about the next attempt: another job may take the failed ones up.
    public void FailedAndPutOff(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex)
        {
            row.Status = State.Failed;
            if (book.Passes(ex))
            {
                row.Attempts++;
                row.NextRetryAt = DateTimeOffset.UtcNow.AddMinutes(10);
            }
        }
    }

    // Nothing retries here: another job takes up what failed.
    public void OnlyFailed(Row row)
    {
        try { client.Send(row.Mail); row.Status = State.Sent; }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy)
        {
            row.Status = State.Failed;
        }
    }

    // No next attempt: the field is cleared.
    public void Cleared(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            row.Attempts++;
            row.NextRetryAt = null;
        }
    }

    public void NeverAgain(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            row.Attempts++;
            row.NextRetryAt = DateTimeOffset.MaxValue;
        }
    }

    // Counted only.
    public void Counted(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            row.Attempts++;
            row.FailedAt = DateTimeOffset.UtcNow;
            row.NextReportAt = DateTimeOffset.UtcNow.AddDays(1);
        }
    }

    // After five attempts a row fails, whatever the reply; before that, by class.
    public void Counting(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex)
        {
            row.Attempts++;
            if (row.Attempts >= 5 || (int)ex.StatusCode >= 500)
                row.Status = State.Failed;
            else
                row.NextRetryAt = DateTimeOffset.UtcNow.AddMinutes(row.Attempts * 5);
        }
    }

    // Assumed failed until it is known better.
    public void FirstFailed(Row row)
    {
        try { client.Send(row.Mail); }
        catch (SmtpCommandException ex)
        {
            row.Status = State.Failed;
            if ((int)ex.StatusCode / 100 == 4)
            {
                row.Status = State.Pending;
                row.Attempts++;
                row.NextRetryAt = DateTimeOffset.UtcNow.AddMinutes(10);
            }
        }
    }

    // Cleared, not noted.
    public void NotSent(Row row)
    {
        try { client.Send(row.Mail); row.SentAt = DateTimeOffset.UtcNow; }
        catch (SmtpCommandException) { row.SentAt = null; }
    }
}

public interface ILogbook { bool Passes(Exception failure); }
