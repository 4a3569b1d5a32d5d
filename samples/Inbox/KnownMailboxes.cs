using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Inbox;

/// <summary>Accepts mail for the mailboxes that a file lists.</summary>
internal sealed class KnownMailboxes(string file) : MailboxFilter
{
    public override Task<bool> CanAcceptFromAsync(
        ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        size > 10_000_000 ? throw new SmtpResponseException(SmtpResponse.SizeLimitExceeded) : Task.FromResult(true);

    public override async Task<bool> CanDeliverToAsync(
        ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        try
        {
            var mailboxes = await File.ReadAllLinesAsync(file, cancellationToken);
            return mailboxes.Contains(to.User, StringComparer.OrdinalIgnoreCase);
        }
        catch (IOException ex)
        {
            Console.Error.WriteLine($"no list of mailboxes: {ex.Message}");
            return false;
        }
    }
}
