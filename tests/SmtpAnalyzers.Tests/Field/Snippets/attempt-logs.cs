using MailKit.Net.Smtp;
using MimeKit;

public sealed class AttemptEntry
{
    public string Channel { get; set; } = "";
    public bool Success { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset AttemptedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}

// An entry for the journal. When an attempt was made says nothing of another one.
public class Journal(SmtpClient client, TimeProvider clock)
{
    public async Task<AttemptEntry> RunAsync(MimeMessage mail, CancellationToken token)
    {
        try
        {
            await client.SendAsync(mail, token);
            return new AttemptEntry { Channel = "smtp", Success = true, AttemptedAt = clock.GetUtcNow() };
        }
        catch (Exception ex)
        {
            return new AttemptEntry { Channel = "smtp", Success = false, Error = ex.Message, AttemptedAt = clock.GetUtcNow() };
        }
    }

    // The time of sending is that of the attempt, too.
    public async Task<AttemptEntry> WithSentTimeAsync(MimeMessage mail, CancellationToken token)
    {
        try
        {
            await client.SendAsync(mail, token);
            return new AttemptEntry { Success = true, SentAt = clock.GetUtcNow() };
        }
        catch (SmtpCommandException ex)
        {
            return new AttemptEntry { Success = false, Error = ex.Message, SentAt = clock.GetUtcNow() };
        }
    }

    // The column says failed.
    public async Task<AttemptEntry> WithStatusAsync(MimeMessage mail, CancellationToken token)
    {
        var entry = new AttemptEntry { SentAt = clock.GetUtcNow() };
        try
        {
            await client.SendAsync(mail, token);
            entry.Success = true;
        }
        catch (SmtpCommandException ex)
        {
            entry.Success = false;
            entry.Error = ex.Message;
            entry.SentAt = clock.GetUtcNow();
        }

        return entry;
    }
}
