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
        "{0} retried whatever the server replied, 5yz as well as 4yz: a refusal for good (550, no such mailbox) is sent again and again, which harms the "
        + "sender's reputation; retry 4yz only: (int)ex.StatusCode / 100 == 4",
        "A 4yz reply is worth another try, a 5yz reply is not: the same request will be refused again. A retry that does not look at the reply code repeats both. "
        + "RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor ClosedClientReused = Rule(
        DiagnosticIds.ClosedClientReused,
        "Client is used again after its connection was closed",
        Delivery,
        "'{0}' sends here again after {1}, which closed its connection: this send throws ServiceNotConnectedException and the mail stays unsent; test IsConnected "
        + "and connect again before it",
        "MailKit closes the connection when a send fails with SmtpProtocolException, IOException, a time-out or a cancellation, and a server closes it after reply 421. "
        + "Every further send throws ServiceNotConnectedException until the client is connected again. RFC 5321 section 3.8.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.8");

    public static readonly DiagnosticDescriptor SentToEveryoneAgain = Rule(
        DiagnosticIds.SentToEveryoneAgain,
        "Message is sent again to everyone after some recipients were refused",
        Delivery,
        "The whole message is sent again here although only some recipients were refused: the others have it already and get a second copy; collect the addresses "
        + "that were refused with 4yz and send to these alone, later",
        "System.Net.Mail's client delivers to the recipients that were accepted before it throws SmtpFailedRecipientException or SmtpFailedRecipientsException. To send the same "
        + "message again gives those a copy more for every attempt. RFC 5321 section 4.2.1.",
        "https://learn.microsoft.com/dotnet/api/system.net.mail.smtpfailedrecipientsexception");
}
