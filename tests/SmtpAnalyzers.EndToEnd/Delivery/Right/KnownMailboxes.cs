using System;
using System.Threading;
using System.Threading.Tasks;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SmtpAnalyzers.EndToEnd.Delivery.Right
{
    public sealed class KnownMailboxes : MailboxFilter
    {
        private readonly Func<string, Task<bool>> _isKnown;

        public KnownMailboxes(Func<string, Task<bool>> isKnown) => _isKnown = isKnown;

        public override async Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
        {
            try
            {
                return await _isKnown(to.User);
            }
            catch (TimeoutException)
            {
                throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.Aborted, "Temporary failure, try again later"));
            }
        }
    }
}
