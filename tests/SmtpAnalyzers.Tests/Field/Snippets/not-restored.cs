using MailKit.Net.Smtp;
using Contoso.Delivery; // not restored

class Unrestored
{
    readonly ILogger<Unrestored> logger;

    public DeliveryOutcome Judge(SmtpCommandException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxBusy => DeliveryOutcome.PermanentFailure, // finds: SMTP1001
        SmtpStatusCode.MailboxUnavailable => DeliveryOutcome.Retry, // finds: SMTP1002
        _ => DeliveryOutcome.Unknown,
    };

    public DeliveryOutcome JudgeToo(SmtpCommandException ex)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
            return DeliveryOutcome.DeadLetter;
        return DeliveryOutcome.Unknown;
    }

    public void Throws(SmtpCommandException ex)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
            throw new PermanentFailureException(ex.Message);
    }

    public void Calls(SmtpCommandException ex, Unknown queue)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
            queue.DeadLetter(ex);
        logger.LogError("permanent failure");
    }

    public void Right(SmtpCommandException ex, Unknown queue)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
            queue.DeadLetter(ex);
        else if (ex.StatusCode == SmtpStatusCode.MailboxBusy)
            queue.Requeue(ex);
        if (queue.State == DeliveryOutcome.Retry)
            logger.LogError("again");
        metrics.Count(Counters.DeadLettered);
    }
}
