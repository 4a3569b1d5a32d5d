using MailKit.Net.Smtp;
using MimeKit;

public enum LetterState { Waiting, Sent, Failed, Dead }

public sealed class Letter
{
    public LetterState State { get; set; }
    public int Attempts { get; set; }
    public DateTime? NextAttemptAt { get; set; }
    public DateTime? SentAt { get; set; }
    public string? LastError { get; set; }
}

public interface ILetterSender
{
    Task SendAsync(Letter letter, CancellationToken stopping);
}

// The row is put off by a function whose name does not say so, whatever the server answered.
public sealed class LetterWorker(SmtpClient client)
{
    private const int MaxAttempts = 8;

    public async Task DeliverAsync(Letter letter, MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
            letter.State = LetterState.Sent;
        }
        catch (SmtpCommandException ex) // finds: SMTP2001
        {
            RecordFailure(letter, ex);
        }
    }

    private static void RecordFailure(Letter letter, Exception ex)
    {
        letter.LastError = ex.Message;
        letter.Attempts++;
        letter.State = letter.Attempts >= MaxAttempts ? LetterState.Failed : LetterState.Waiting;
    }
}

// The same around a service of the program's own.
public sealed class LetterQueue(ILetterSender sender)
{
    public async Task RunAsync(Letter letter, CancellationToken stopping)
    {
        try
        {
            await sender.SendAsync(letter, stopping);
            letter.SentAt = DateTime.UtcNow;
        }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            letter.Attempts++;
            letter.NextAttemptAt = DateTime.UtcNow.AddMinutes(10);
        }
    }
}

// The function decides by the code.
public sealed class CarefulWorker(SmtpClient client)
{
    public async Task DeliverAsync(Letter letter, MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
            letter.State = LetterState.Sent;
        }
        catch (SmtpCommandException ex)
        {
            RecordFailure(letter, ex);
        }
    }

    private static void RecordFailure(Letter letter, SmtpCommandException ex)
    {
        letter.LastError = ex.Message;
        letter.Attempts++;
        letter.State = (int)ex.StatusCode >= 500 ? LetterState.Dead : LetterState.Waiting;
    }
}
