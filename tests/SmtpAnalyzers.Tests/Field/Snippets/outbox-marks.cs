using MailKit.Net.Smtp;
using MimeKit;

public interface IOutbox
{
    void MarkSent(Guid id);
    void MarkFailed(Guid id, string error);
    void MarkForRetry(Guid id, string error);
}

public sealed class SendResult
{
    public static SendResult Ok() => new();
    public static SendResult Failed(string why) => new();
    public static SendResult Retry(string why) => new();
}

public enum Verdict { Ok, Failed, Retry }

// "Failed" beside "retry" is the end of the mail.
public class Dispatcher(SmtpClient client, IOutbox outbox)
{
    public void Dispatch(Guid id, MimeMessage mail)
    {
        try
        {
            client.Send(mail);
            outbox.MarkSent(id);
        }
        catch (SmtpCommandException ex)
        {
            if (ex.StatusCode == SmtpStatusCode.ServiceNotAvailable)
                outbox.MarkForRetry(id, ex.Message);
            else // finds: SMTP1001
                outbox.MarkFailed(id, ex.Message);
        }
    }

    public static SendResult Classify(SmtpCommandException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxBusy => SendResult.Failed("busy"), // finds: SMTP1001
        SmtpStatusCode.ServiceNotAvailable => SendResult.Retry("down"),
        _ => throw ex,
    };

    public static Verdict Judge(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable => Verdict.Failed, // finds: SMTP1001
        SmtpStatusCode.ServiceNotAvailable => Verdict.Retry,
        _ => throw new NotSupportedException(),
    };

    // Here nothing retries: whoever reads the result may.
    public static Verdict Cautious(SmtpStatusCode code) => code switch
    {
        SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable => Verdict.Failed,
        _ => throw new NotSupportedException(),
    };
}

// A table whose methods are called for what they note.
public interface INotes
{
    Task ScheduleNextAttemptAsync(Guid id, DateTimeOffset at);
    Task MarkInvalidAsync(string address);
    Task NoteLastAttemptAsync(Guid id, DateTimeOffset at);
}

public class NotingWorker(SmtpClient client, INotes notes)
{
    public async Task PutsOff(Guid id, MimeMessage mail)
    {
        try { await client.SendAsync(mail); }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            await notes.ScheduleNextAttemptAsync(id, DateTimeOffset.UtcNow.AddMinutes(5));
        }
    }

    public async Task MarksInvalid(string address, MimeMessage mail)
    {
        try { await client.SendAsync(mail); }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        {
            await notes.MarkInvalidAsync(address);
        }
    }

    public async Task Notes(Guid id, MimeMessage mail)
    {
        try { await client.SendAsync(mail); }
        catch (SmtpCommandException)
        {
            await notes.NoteLastAttemptAsync(id, DateTimeOffset.UtcNow);
        }
    }
}
