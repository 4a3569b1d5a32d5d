// The client is of a package that is not restored: what is awaited of it goes somewhere, whatever it is called.
using System.Buffers;
using Contoso.Push; // not restored
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

public class PushStore(IPushClient push) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken stop)
    {
        try
        {
            await push.CreateNote(new Note { Title = transaction.From.AsAddress() });
            return SmtpResponse.Ok;
        }
        catch (Exception)
        {
            return SmtpResponse.MailboxUnavailable; // finds: SMTP4001
        }
    }
}
