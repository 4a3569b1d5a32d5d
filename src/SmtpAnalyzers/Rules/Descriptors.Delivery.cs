using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP2xxx: retrying and delivery.
internal static partial class Descriptors
{
    private const string Delivery = "SmtpDelivery";

    public static readonly DiagnosticDescriptor RetryIgnoresReplyCode = Rule(
        DiagnosticIds.RetryIgnoresReplyCode,
        "Retry does not look at the reply code",
        Delivery,
        "{0} retried, even permanent 5xx refusals, which hurts the sender's reputation. Retry 4xx only: (int)ex.StatusCode / 100 == 4.",
        "A 4xx reply is worth another try, a 5xx reply is not: the same request will be refused again. A retry that does "
        + "not check the reply code repeats both. Do: retry only if the code is 4xx. RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor HastyRetry = Rule(
        DiagnosticIds.HastyRetry,
        "Retry without a sufficient delay",
        Delivery,
        "Mail refused with 450 or 451 is sent again {0}, but greylisting takes minutes. Wait at least {1}, and longer each time.",
        "A temporary refusal needs time to clear. Attempts that follow each other within seconds are used up before any "
        + "of them can succeed, and the mail is lost. Do: wait, and wait longer each time. RFC 5321 section 4.5.4.1 "
        + "suggests at least 30 minutes for a mail server; a submission relay may accept mail sooner.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ClosedClientReused = Rule(
        DiagnosticIds.ClosedClientReused,
        "Client is used again after its connection was closed",
        Delivery,
        "'{0}' is used again after {1} closed its connection, so this send throws. Check IsConnected and reconnect first.",
        "MailKit closes the connection when a send fails with SmtpProtocolException, IOException, a time-out or a "
        + "cancellation, and a server closes it after reply 421. Every further send throws ServiceNotConnectedException. "
        + "Do: check IsConnected, and connect again before the next send. RFC 5321 section 3.8.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.8");

    public static readonly DiagnosticDescriptor SentToEveryoneAgain = Rule(
        DiagnosticIds.SentToEveryoneAgain,
        "Message is sent again to everyone after some recipients were refused",
        Delivery,
        "Only some recipients were refused, but the accepted ones get the message again. Resend only to those refused with 4xx.",
        "System.Net.Mail's client delivers to the accepted recipients before it throws SmtpFailedRecipientException or "
        + "SmtpFailedRecipientsException. Sending the same message again gives them another copy with every attempt. Do: "
        + "collect the recipients refused with 4xx and send to those alone. RFC 5321 section 4.2.1.",
        "https://learn.microsoft.com/dotnet/api/system.net.mail.smtpfailedrecipientsexception");

    public static readonly DiagnosticDescriptor AmbiguousRetry = Rule(
        DiagnosticIds.AmbiguousRetry,
        "Send is retried although it may have succeeded",
        Delivery,
        "{0} does not say whether the message was accepted, so sending it again may deliver it twice. Check first.",
        "If the connection breaks after the end of the data, the server may have accepted the message before its reply "
        + "was lost. Sending it again then makes duplicates. Do: check whether it arrived, or send it again with the same "
        + "Message-Id and accept that some recipients get it twice. RFC 5321 section 6.1 and RFC 1047.",
        "https://www.rfc-editor.org/rfc/rfc1047",
        DiagnosticSeverity.Info,
        customTags: [Suggestion]);

    public static readonly DiagnosticDescriptor SuppressedOnAnyRefusal = Rule(
        DiagnosticIds.SuppressedOnAnyRefusal,
        "Recipient is suppressed on any permanent reply",
        Delivery,
        "Any 5xx reply suppresses this recipient, even one about the sender (5.7.1). "
        + "Suppress only on codes about the mailbox (5.1.1, 5.2.1).",
        "Most 5xx replies are about the sender, the content or a policy. Only the enhanced status codes 5.1.1, 5.1.2, "
        + "5.1.3, 5.1.6, 5.1.10 and 5.2.1 say that the mailbox does not exist, has moved or is disabled; 5.1.7 and 5.1.8 are "
        + "about the sender. Do: check the enhanced code before you suppress a recipient. RFC 3463.",
        "https://www.rfc-editor.org/rfc/rfc3463#section-3.2",
        isEnabledByDefault: false);

    public static readonly DiagnosticDescriptor UnboundedRetry = Rule(
        DiagnosticIds.UnboundedRetry,
        "Retry has no bound",
        Delivery,
        "This send repeats until it succeeds, so a server that always answers 450 keeps it busy forever. Limit the attempts.",
        "Some servers answer 4xx to mail they will never take, and mail servers give up after some days. Do: limit a "
        + "retry by a number of attempts, a deadline or a way to cancel it. RFC 5321 section 4.5.4.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1");

    public static readonly DiagnosticDescriptor QuitFailsAcceptedMessage = Rule(
        DiagnosticIds.QuitFailsAcceptedMessage,
        "Reply to QUIT fails an accepted message",
        Delivery,
        "The message is already accepted, but the reply to QUIT can still fail it here, so it is sent twice. Ignore that reply.",
        "With the 250 after the final dot the server has taken responsibility for the message. Its answer to QUIT, if "
        + "any, says nothing about the message. Do: ignore that answer. RFC 5321 sections 4.1.1.10 and 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");

    public static readonly DiagnosticDescriptor AcceptedMessageFails = Rule(
        DiagnosticIds.AcceptedMessageFails,
        "MessageSent handler fails an accepted message",
        Delivery,
        "The server has already accepted the message. This exception leaves Send as if it had failed, so a retry sends it twice.",
        "MailKit raises MessageSent after the server accepted the message, and still inside Send. An exception that leaves "
        + "the handler leaves Send too and closes the connection, so the caller believes that the message was not sent. Do: let no "
        + "exception out of the handler; decide after Send has returned. RFC 5321 section 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5",
        DiagnosticSeverity.Info);
}
