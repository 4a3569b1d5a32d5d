using MailKit.Net.Smtp;
using MimeKit;

public enum DeliveryState { Queued, Delivered, Failed }

public sealed record Delivery(Guid Id, DeliveryState State, int AttemptCount, DateTimeOffset? NextAttemptAt, string? Error);

public interface IDeliveries
{
    Task SaveAsync(Delivery delivery);
    Task UpdateAsync(Guid id, string status, DateTimeOffset? nextAttemptAt = null, string? error = null);
}

// Records that are replaced, and a table that is updated with arguments.
public class DeliveryJob(SmtpClient client, IDeliveries deliveries, TimeProvider clock)
{
    public async Task RunAsync(Delivery delivery, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            await deliveries.SaveAsync(delivery with { State = DeliveryState.Delivered });
        }
        catch (SmtpCommandException ex) // finds: SMTP2001
        {
            await deliveries.SaveAsync(delivery with
            {
                AttemptCount = delivery.AttemptCount + 1,
                NextAttemptAt = clock.GetUtcNow().AddMinutes(5),
                Error = ex.Message,
            });
        }
    }

    public async Task RunByArgumentsAsync(Guid id, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
            await deliveries.UpdateAsync(id, "delivered");
        }
        catch (SmtpCommandException ex)
            when (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            await deliveries.UpdateAsync(id, "queued", nextAttemptAt: clock.GetUtcNow().AddMinutes(5), error: ex.Message);
        }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            await deliveries.UpdateAsync(id, "failed", error: ex.Message);
        }
    }

    // By class.
    public async Task RightAsync(Guid id, MimeMessage mail)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException ex)
        {
            var passes = (int)ex.StatusCode is >= 400 and < 500;
            await deliveries.UpdateAsync(
                id, passes ? "queued" : "failed", passes ? clock.GetUtcNow().AddMinutes(5) : null, ex.Message);
        }
    }
}
