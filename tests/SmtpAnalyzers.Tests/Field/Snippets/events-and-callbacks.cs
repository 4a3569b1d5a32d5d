using MailKit.Net.Smtp;
using MimeKit;

public class SendFailedEventArgs(Exception cause) : EventArgs { public Exception Cause => cause; }

// What became of the mail is told by an event, a callback, or a task that is completed by hand.
public class Dispatcher(SmtpClient client)
{
    public event Action<MimeMessage, string>? PermanentlyFailed;
    public event EventHandler? Delivered;
    public event EventHandler<SendFailedEventArgs>? SendFailed;
    public event Action<Exception>? MessageSent;

    public void GivenUp(MimeMessage mail)
    {
        try
        {
            client.Send(mail);
            Delivered?.Invoke(this, EventArgs.Empty);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        {
            PermanentlyFailed?.Invoke(mail, ex.Message);
        }
    }

    public void SaysDelivered(MimeMessage mail)
    {
        try
        {
            client.Send(mail);
            OnDelivered();
        }
        catch (SmtpCommandException) // finds: SMTP1004
        {
            OnDelivered();
        }
    }

    public void Callback(MimeMessage mail, Action<MimeMessage> onRetry, Action<MimeMessage> onPermanentFailure)
    {
        try
        {
            client.Send(mail);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            onRetry(mail);
        }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            onPermanentFailure(mail);
        }
    }

    public Task<bool> Completed(MimeMessage mail)
    {
        var delivered = new TaskCompletionSource<bool>();
        try
        {
            client.Send(mail);
            delivered.SetResult(true);
        }
        catch (SmtpCommandException) // finds: SMTP1004
        {
            delivered.SetResult(true);
        }

        return delivered.Task;
    }

    public void Right(MimeMessage mail, Action<MimeMessage> onRetry, Action<MimeMessage> onPermanentFailure)
    {
        var delivered = new TaskCompletionSource<bool>();
        try
        {
            client.Send(mail);
            delivered.SetResult(true);
            Delivered?.Invoke(this, EventArgs.Empty);
        }
        catch (SmtpCommandException ex)
        {
            delivered.TrySetResult(false);
            if ((int)ex.StatusCode >= 500)
                onPermanentFailure(mail);
            else
                onRetry(mail);
        }
    }

    // Failed is no word on what is done about it; an event that is given the exception tells of it, whatever it is called.
    public void Told(MimeMessage mail)
    {
        try
        {
            client.Send(mail);
            MessageSent?.Invoke(new InvalidOperationException());
        }
        catch (SmtpCommandException ex)
        {
            SendFailed?.Invoke(this, new SendFailedEventArgs(ex));
            MessageSent?.Invoke(ex);
        }
    }

    protected virtual void OnDelivered() => Delivered?.Invoke(this, EventArgs.Empty);
}
