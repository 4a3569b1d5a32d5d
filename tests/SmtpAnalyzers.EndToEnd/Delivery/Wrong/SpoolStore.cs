using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Delivery.Wrong
{
    public sealed class SpoolStore : MessageStore
    {
        private readonly Func<byte[], Task> _save;

        public SpoolStore(Func<byte[], Task> save) => _save = save;

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            try
            {
                await _save(buffer.ToArray());
                return SmtpResponse.Ok;
            }
            catch (Exception)
            {
                return SmtpResponse.TransactionFailed;
            }
        }
    }
}
