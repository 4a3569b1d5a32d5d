using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP1xxx: what a reply code means.
internal static partial class Descriptors
{
    private const string ReplyCodes = "ReplyCodes";

    // Arguments of the SMTP100x messages: {0} the codes, {1} "is" or "are", {2} the outcome ("'IsPermanent' returns true"),
    // {3} a naming trap in parentheses or nothing, {4} what it costs where that depends on the outcome.

    public static readonly DiagnosticDescriptor TransientReplyGivenUp = Rule(
        DiagnosticIds.TransientReplyGivenUp,
        "Transient reply is handled as a permanent failure",
        ReplyCodes,
        "{0} {1} given up here ({2}) although the server says \"try again later\": the mail is lost; keep it and try again later{3}",
        "A 4yz reply is a transient negative completion: the server did not take the mail now, may well take it later (greylisting, a "
        + "busy mailbox, throttling), and the client still owns it. Code that gives up on it loses mail that could have been delivered. "
        + "RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor PermanentReplyRetried = Rule(
        DiagnosticIds.PermanentReplyRetried,
        "Permanent reply is retried",
        ReplyCodes,
        "{0} {1} retried here ({2}) although the refusal is permanent: every attempt is refused again and harms the sender's reputation; "
        + "give it up{3}",
        "A 5yz reply is a permanent negative completion: the same request will be refused again. Repeating it wastes work and makes the "
        + "sender look like a spammer, up to being blocklisted. RFC 5321 sections 4.2.1 and 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");

    public static readonly DiagnosticDescriptor PositiveReplyFails = Rule(
        DiagnosticIds.PositiveReplyFails,
        "Positive reply is handled as a failure",
        ReplyCodes,
        "{0} {1} handled as a failure here ({2}) although the reply is positive: {4}; go on as after success{3}",
        "A 2yz or 3yz reply says that the command was accepted: 221 is the polite answer to QUIT, 251 accepts a recipient, 354 asks for "
        + "the text. Code that treats it as a failure raises false alarms, or sends again what was accepted. RFC 5321 sections 4.2.1 and "
        + "4.3.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2");

    public static readonly DiagnosticDescriptor NegativeReplySucceeds = Rule(
        DiagnosticIds.NegativeReplySucceeds,
        "Negative reply is handled as success",
        ReplyCodes,
        "{0} {1} handled as success here ({2}) although the server refused: nobody has the mail and nobody tries again; only 2yz is "
        + "success{3}",
        "After a 4yz or 5yz reply the server has not taken the mail. Code that counts it as delivered loses it without a trace: it is "
        + "neither sent again nor reported. RFC 5321 sections 4.2.1 and 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");

    public static readonly DiagnosticDescriptor BoundCutsClass = Rule(
        DiagnosticIds.BoundCutsClass,
        "Comparison cuts through a reply class",
        ReplyCodes,
        "{0} ({1}); replies are told apart by their first digit, so move the bound to the edge of the class",
        "A client acts by the first digit of a reply code. A bound within a class handles a part of it differently from the rest, mostly "
        + "because it is off by one (> 500) or because a member's name was taken for the beginning of the class (>= MailboxUnavailable is "
        + "550). RFC 5321 section 4.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");

    public static readonly DiagnosticDescriptor RetryListIncomplete = Rule(
        DiagnosticIds.RetryListIncomplete,
        "Transient reply codes are missing from the retry list",
        ReplyCodes,
        "{0} {1} missing from the codes that are retried here ({2}): the server says \"try again later\" and the mail is given up; retry "
        + "the whole 4yz class, or at least 421, 450, 451 and 452",
        "Servers use 421, 450, 451 and 452 for the same purposes: greylisting, throttling, a full queue. Code that retries some of them "
        + "by name and gives up on the others loses mail depending on the taste of the receiving server. RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor TestNeverTrue = Rule(
        DiagnosticIds.TestNeverTrue,
        "Reply-code test can never be true",
        ReplyCodes,
        "This test is never true: {0} {1} asked for, and {2}",
        "A test that no reply code can pass where it stands is dead: what it was written for does not happen. An earlier condition or "
        + "handler takes the codes, the conditions exclude each other, or the library reports such a reply in another way.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");

    public static readonly DiagnosticDescriptor UnlistedRepliesUnhandled = Rule(
        DiagnosticIds.UnlistedRepliesUnhandled,
        "Reply-code switch does not handle unlisted codes by class",
        ReplyCodes,
        "Reply codes that this switch does not list {0}, 4yz and 5yz alike; a client acts on a code it does not know by the first digit, "
        + "so add cases for 400-499 and 500-599",
        "Servers use more codes than the libraries have names for. A client must handle a code that it does not know by its first digit: "
        + "a 4yz code is tried again later, a 5yz code is given up. RFC 5321 section 4.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ForwardedRecipientRefused = Rule(
        DiagnosticIds.ForwardedRecipientRefused,
        "Reply 251 to RCPT is not accepted",
        ReplyCodes,
        "Only 250 counts as success of RCPT here: 251 (the recipient is elsewhere, the server will forward) accepts the recipient too and "
        + "is handled as a failure; accept 250 and 251",
        "A server answers RCPT with 250, or with 251 where it takes the message and forwards it. A client that accepts 250 only refuses "
        + "to send what would have been delivered. RFC 5321 sections 3.4 and 4.3.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.4",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor MissingReplyGivenUp = Rule(
        DiagnosticIds.MissingReplyGivenUp,
        "Missing reply is handled as a permanent failure",
        ReplyCodes,
        "GeneralFailure (-1) is no reply: the server was not reached or did not answer. It is given up here ({0}), so the message is lost. "
        + "Retry it later.",
        "System.Net.Mail sets GeneralFailure where there is no reply code: the host name was not found, the connection was refused or "
        + "lost, or the time was up. A client should act then as if the server had answered 451, a temporary "
        + "failure. RFC 5321 section 3.8.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.8");
}
