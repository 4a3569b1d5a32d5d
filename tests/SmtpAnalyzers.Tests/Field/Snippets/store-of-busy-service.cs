using System.Buffers;
using Polly.RateLimit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

public interface INotes { Task AppendAsync(byte[] note, CancellationToken token); }

public class MailboxBusyException : Exception;

public class TooManyRequestsException : Exception;

// The limit is that of the service behind, and is over in a minute.
public class NoteStore(INotes notes) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        try
        {
            await notes.AppendAsync(buffer.ToArray(), token);
            return SmtpResponse.Ok;
        }
        catch (RateLimitRejectedException)
        {
            return SmtpResponse.TransactionFailed; // finds: SMTP4001
        }
        catch (TooManyRequestsException)
        {
            return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "busy"); // finds: SMTP4001
        }
        catch (MailboxBusyException) // Whose mailbox? That may be a rule of ours.
        {
            return SmtpResponse.MailboxUnavailable;
        }
        catch (Exception)
        {
            return new SmtpResponse(SmtpReplyCode.Aborted, "later");
        }
    }
}

// The handler keeps what happened, and the answer stands below.
public class KeepingStore(INotes notes) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        var isStored = false;
        try
        {
            await notes.AppendAsync(buffer.ToArray(), token);
            isStored = true;
        }
        catch (Exception ex) // finds: SMTP4001
        {
            Console.WriteLine(ex.Message);
            isStored = false;
        }

        Console.WriteLine(isStored);
        return isStored ? SmtpResponse.Ok : SmtpResponse.TransactionFailed;
    }
}

public class RightKeepingStore(INotes notes) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        var isStored = true;
        try
        {
            await notes.AppendAsync(buffer.ToArray(), token);
        }
        catch (Exception)
        {
            isStored = false;
        }

        if (!isStored)
            return new SmtpResponse(SmtpReplyCode.Aborted, "not now");
        return buffer.Length > 1_000_000 ? SmtpResponse.SizeLimitExceeded : SmtpResponse.Ok;
    }
}
