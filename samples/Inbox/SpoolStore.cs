using System.Buffers;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Inbox;

/// <summary>Keeps each message as a file.</summary>
internal sealed class SpoolStore(string folder) : MessageStore
{
    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var path = Path.Combine(folder, $"{Guid.NewGuid()}.eml");
            await File.WriteAllBytesAsync(path, buffer.ToArray(), cancellationToken);
            return SmtpResponse.Ok;
        }
        catch (Exception ex)
        {
            Console.Error.WriteLine($"not stored: {ex.Message}");
            return SmtpResponse.TransactionFailed;
        }
    }
}
