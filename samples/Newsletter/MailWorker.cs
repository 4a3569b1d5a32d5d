using MailKit.Net.Smtp;

namespace Newsletter;

/// <summary>Works the queue off, and once more after a pause what has to be retried.</summary>
internal sealed class MailWorker(SmtpSender sender, Settings settings, Report report)
{
    private readonly Queue<Mail> queue = new();

    public void Enqueue(Mail mail) => queue.Enqueue(mail);

    public async Task RunAsync()
    {
        while (queue.Count > 0 && queue.Any(mail => mail.Attempts < Settings.MaxAttempts))
        {
            for (var waiting = queue.Count; waiting > 0; waiting--)
                await DeliverAsync(queue.Dequeue());
            if (queue.Count > 0)
                await Task.Delay(settings.Pause);
        }

        report.LeftInQueue += queue.Count;
    }

    private async Task DeliverAsync(Mail mail)
    {
        if (mail.Attempts >= Settings.MaxAttempts)
        {
            queue.Enqueue(mail);
            return;
        }

        mail.Attempts++;
        report.Attempts++;
        var outcome = await TryAsync(mail);
        Console.WriteLine($"  {mail.Kind} to {mail.To}: {outcome}");
        if (outcome == DeliveryOutcome.Delivered)
            report.Delivered++;
        else if (outcome == DeliveryOutcome.Retry)
            queue.Enqueue(mail);
        else
            report.GivenUp++;
    }

    private async Task<DeliveryOutcome> TryAsync(Mail mail)
    {
        try
        {
            return await sender.SendAsync(mail);
        }
        catch (SmtpCommandException ex)
        {
            return DeliveryPolicy.Decide(mail.Kind, ex.StatusCode);
        }
        catch (Exception ex) when (ex is SmtpProtocolException or IOException)
        {
            return DeliveryOutcome.Retry;
        }
    }
}
