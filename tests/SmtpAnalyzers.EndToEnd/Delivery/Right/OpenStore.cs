using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public sealed class OpenStore : MessageStore
    {
        private readonly Func<byte[], Task> _save;

        public OpenStore(Func<byte[], Task> save) => _save = save;

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            try
            {
                await _save(buffer.ToArray());
                return SmtpResponse.Ok;
            }
            catch (Exception ex) when (!(ex is FormatException))
            {
                return new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later");
            }
        }
    }
}
