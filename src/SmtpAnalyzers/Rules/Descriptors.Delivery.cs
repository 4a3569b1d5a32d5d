using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP2xxx: retrying and delivery.
internal static partial class Descriptors
{
    private const string Delivery = "Delivery";

    public static readonly DiagnosticDescriptor RetryIgnoresReplyCode = Rule(
        DiagnosticIds.RetryIgnoresReplyCode,
        "Retry does not look at the reply code",
        Delivery,
        "{0} retried whatever the server replied, 5yz as well as 4yz: a refusal for good (550, no such mailbox) is sent again and again, "
        + "which harms the sender's reputation; retry 4yz only: (int)ex.StatusCode / 100 == 4",
        "A 4yz reply is worth another try, a 5yz reply is not: the same request will be refused again. A retry that does not look at the "
        + "reply code repeats both. RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor HastyRetry = Rule(
        DiagnosticIds.HastyRetry,
        "Retry without a sufficient delay",
        Delivery,
        "Mail that was refused with 450 or 451 is sent again {0}: greylisting and a busy server take minutes, so the attempts are used up "
        + "before any can succeed; wait at least {1}, better longer each time",
        "A 4yz reply passes with time. A retry must be delayed, and RFC 5321 suggests at least 30 minutes for a mail server; a submission "
        + "relay may take it sooner. RFC 5321 section 4.5.4.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ClosedClientReused = Rule(
        DiagnosticIds.ClosedClientReused,
        "Client is used again after its connection was closed",
        Delivery,
        "'{0}' sends here again after {1}, which closed its connection: this send throws ServiceNotConnectedException and the mail stays "
        + "unsent; test IsConnected and connect again before it",
        "MailKit closes the connection when a send fails with SmtpProtocolException, IOException, a time-out or a cancellation, and a "
        + "server closes it after reply 421. Every further send throws ServiceNotConnectedException until the client is connected again. "
        + "RFC 5321 section 3.8.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.8");

    public static readonly DiagnosticDescriptor SentToEveryoneAgain = Rule(
        DiagnosticIds.SentToEveryoneAgain,
        "Message is sent again to everyone after some recipients were refused",
        Delivery,
        "The whole message is sent again here although only some recipients were refused: the others have it already and get a second "
        + "copy; collect the addresses that were refused with 4yz and send to these alone, later",
        "System.Net.Mail's client delivers to the recipients that were accepted before it throws SmtpFailedRecipientException or "
        + "SmtpFailedRecipientsException. To send the same message again gives those a copy more for every attempt. RFC 5321 section "
        + "4.2.1.",
        "https://learn.microsoft.com/dotnet/api/system.net.mail.smtpfailedrecipientsexception");

    public static readonly DiagnosticDescriptor AmbiguousRetry = Rule(
        DiagnosticIds.AmbiguousRetry,
        "Send is retried although it may have succeeded",
        Delivery,
        "The message is sent again after {0}, which does not say whether the server accepted it: where only its reply was lost, the "
        + "recipients get a second copy; look whether it arrived, or send with the same Message-Id and accept that some get it twice",
        "When the connection breaks or the wait ends after the end of data, the server may have taken the message before its reply was "
        + "lost. Duplicates come from sending again then. RFC 5321 section 6.1 and RFC 1047.",
        "https://www.rfc-editor.org/rfc/rfc1047",
        DiagnosticSeverity.Info,
        customTags: [Suggestion]);

    public static readonly DiagnosticDescriptor SuppressedOnAnyRefusal = Rule(
        DiagnosticIds.SuppressedOnAnyRefusal,
        "Recipient is suppressed on any permanent reply",
        Delivery,
        "The recipient is suppressed on any 5yz reply, also where it says nothing of the recipient (5.7.1: the sender is blocked): one "
        + "listing of the sender suppresses everybody; suppress on 5.1.x and 5.2.1 alone",
        "Most 5yz replies speak of the sender, the content or a policy. Only the enhanced status codes 5.1.x and 5.2.1 say that the "
        + "mailbox does not exist or is disabled. RFC 3463.",
        "https://www.rfc-editor.org/rfc/rfc3463#section-3.2",
        isEnabledByDefault: false);

    public static readonly DiagnosticDescriptor UnboundedRetry = Rule(
        DiagnosticIds.UnboundedRetry,
        "Retry has no bound",
        Delivery,
        "The send is repeated here until it succeeds, without a bound: a server that answers 450 for good keeps this program busy for "
        + "ever; give up after a number of attempts or a deadline",
        "Some servers answer 4yz to what never passes, and a client gives up after some days. A retry needs a count of attempts, a "
        + "deadline or a way to cancel it. RFC 5321 section 4.5.4.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1");

    public static readonly DiagnosticDescriptor QuitFailsAcceptedMessage = Rule(
        DiagnosticIds.QuitFailsAcceptedMessage,
        "Reply to QUIT fails an accepted message",
        Delivery,
        "The reply to QUIT decides here whether the message was sent, although the server took it before, at the end of the data: where "
        + "QUIT is answered otherwise or not at all, the message counts as failed and is sent again; ignore the reply to QUIT",
        "With the 250 after the final dot the server has taken responsibility for the message. What it answers to QUIT, if anything, says "
        + "nothing of it. RFC 5321 sections 4.1.1.10 and 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");
}
