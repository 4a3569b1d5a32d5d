using System.Net.Mail;

public class QueuedEmail
{
    public string Status = "pending";
    public int SendAttempts;
    public DateTime? NextRetry;
    public DateTime? DeliveredOnUtc;
    public string? Error;
    public MailMessage Message = new();
}

// A background service with the state in words.
public class EmailQueueService(SmtpClient smtp, ILogger<EmailQueueService> logger)
{
    public async Task ProcessAsync(IEnumerable<QueuedEmail> batch, CancellationToken stop)
    {
        foreach (var item in batch)
        {
            try
            {
                await smtp.SendMailAsync(item.Message, stop);
                item.Status = "sent";
                item.DeliveredOnUtc = DateTime.UtcNow;
            }
            catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
            {
                item.Status = "failed";
                item.Error = ex.Message;
            }
            catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.TransactionFailed) // finds: SMTP1002
            {
                item.SendAttempts++;
                item.Status = "pending";
                item.Error = ex.Message;
            }
            catch (SmtpException ex)
            {
                logger.LogError(ex, "Mail {Id}", item.Error);
                throw;
            }
        }
    }

    // A switch that names the state.
    public static void Apply(QueuedEmail item, SmtpException ex)
    {
        item.Error = ex.Message;
        switch (ex.StatusCode)
        {
            case SmtpStatusCode.MailboxBusy: // finds: SMTP1001
            case SmtpStatusCode.MailboxUnavailable:
                item.Status = "dead-letter";
                break;
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.InsufficientStorage:
            case SmtpStatusCode.LocalErrorInProcessing:
                item.SendAttempts += 1;
                item.NextRetry = DateTime.UtcNow.AddMinutes(15);
                break;
        }
    }
}

public interface ILogger<T>
{
    void LogError(Exception cause, string text, params object?[] values);
    void LogWarning(string text, params object?[] values);
}
