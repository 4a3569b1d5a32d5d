using System.Net.Mail;

class Newsletter
{
    readonly SmtpClient client = new();
    readonly Queue<MailMessage> later = new();
    readonly List<MailMessage> dead = new();

    public void Send(MailMessage message)
    {
        try { client.Send(message); }
        catch (SmtpFailedRecipientsException ex) // finds: SMTP3005
        {
            var retry = ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxBusy
                    || f.StatusCode == SmtpStatusCode.MailboxUnavailable); // finds: SMTP1002
            if (retry) later.Enqueue(message);
        }
    }

    public bool CanTryAgain(SmtpFailedRecipientsException ex)
    {
        bool transient = ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.TransactionFailed); // finds: SMTP1002
        return transient;
    }

    public bool IsAllPermanent(SmtpFailedRecipientsException ex)
    {
        var isPermanent = ex.InnerExceptions.All(f => (int)f.StatusCode >= 400); // finds: SMTP1001
        return isPermanent;
    }

    public void Requeue(SmtpFailedRecipientsException ex, MailMessage message)
    {
        var shouldRetry = false;
        shouldRetry = ex.InnerExceptions.Any(f => f.StatusCode
                is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxNameNotAllowed); // finds: SMTP1002
        if (shouldRetry) later.Enqueue(message);
    }

    public void Right(SmtpFailedRecipientsException ex, MailMessage message)
    {
        var shouldRetry = ex.InnerExceptions.Any(f => (int)f.StatusCode is >= 400 and < 500);
        var anyGone = ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxUnavailable);
        if (shouldRetry) later.Enqueue(message);
        if (anyGone) Console.WriteLine("gone");
    }

    // The opposite, a set again, a question without a name, a list that says what is left out.
    public bool NearMisses(SmtpFailedRecipientsException ex, bool isBulk)
    {
        var shouldRetry = !ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxUnavailable);
        var canRetry = ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxUnavailable);
        if (isBulk) canRetry = false;
        if (ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxUnavailable)) Console.WriteLine("some are gone");
        var others = ex.InnerExceptions.Where(f => f.StatusCode != SmtpStatusCode.MailboxUnavailable).ToList();
        return shouldRetry || canRetry || others.Count > 0;
    }

    public IReadOnlyList<string> Kept(SmtpFailedRecipientsException ex)
    {
        var retryable = ex.InnerExceptions
            .Where(f => f.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
            .Select(f => f.FailedRecipient).ToList();
        return retryable;
    }

    public bool IsTransient(SmtpFailedRecipientsException ex, int attempt) =>
        attempt < 3 && ex.InnerExceptions.Any(f => f.StatusCode == SmtpStatusCode.MailboxUnavailable); // finds: SMTP1002
}
