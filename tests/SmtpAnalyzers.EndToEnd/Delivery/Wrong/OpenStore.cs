using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public sealed class OpenStore : MessageStore
    {
        private readonly Func<byte[], Task> _save;

        public OpenStore(Func<byte[], Task> save) => _save = save;

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            await _save(buffer.ToArray());
            return SmtpResponse.Ok;
        }
    }
}
