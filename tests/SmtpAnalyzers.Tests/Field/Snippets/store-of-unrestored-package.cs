using System.Buffers;
using Contoso.Cloud; // not restored
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

// What is awaited of an unknown package goes somewhere, and may fail for a time.
public class CloudStore(CloudClient cloud) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        try
        {
            await cloud.Boxes["inbox"].UploadAsync(buffer.ToArray(), token);
        }
        catch (Exception)
        {
            return SmtpResponse.TransactionFailed; // finds: SMTP4001
        }

        return SmtpResponse.Ok;
    }
}

public class OpenCloudStore(CloudClient cloud) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync( // finds: SMTP4002
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        await cloud.Rows.InsertAsync(buffer.ToArray(), token);
        return SmtpResponse.Ok;
    }
}

// It looks at the message only.
public class CheckingStore(CloudReader reader) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken token)
    {
        try
        {
            await reader.ParseAsync(buffer.ToArray(), token);
        }
        catch (Exception)
        {
            return SmtpResponse.TransactionFailed;
        }

        return SmtpResponse.Ok;
    }
}
