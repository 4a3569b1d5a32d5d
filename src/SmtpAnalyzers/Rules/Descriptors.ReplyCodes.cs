using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP1xxx: what a reply code means.
internal static partial class Descriptors
{
    private const string ReplyCodes = "SmtpReplyCodes";

    // Arguments of the SMTP100x messages: {0} the codes, {1} "is" or "are", {2} the outcome ("'IsPermanent' returns true"),
    // {3} a naming trap in parentheses or nothing, {4} what it costs where that depends on the outcome.

    public static readonly DiagnosticDescriptor TransientReplyGivenUp = Rule(
        DiagnosticIds.TransientReplyGivenUp,
        "Transient reply is handled as a permanent failure",
        ReplyCodes,
        "{0} {1} temporary, but given up here ({2}), so the message is lost. Retry it later{3}.",
        "A 4xx reply means \"not now\": greylisting, a busy mailbox, throttling. The server has not taken the message and "
        + "the client still owns it, so giving up loses mail that would have been delivered minutes later. Do: queue the "
        + "message and send it again later. RFC 5321 section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor PermanentReplyRetried = Rule(
        DiagnosticIds.PermanentReplyRetried,
        "Permanent reply is retried",
        ReplyCodes,
        "{0} {1} permanent, but retried here ({2}), which hurts the sender's reputation. Give up{3}.",
        "A 5xx reply is final: the same request will be refused again. Repeating it wastes work and makes the sender look "
        + "like a spammer, until it is blocklisted. Do: give up and report it. RFC 5321 sections 4.2.1 and 4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");

    public static readonly DiagnosticDescriptor PositiveReplyFails = Rule(
        DiagnosticIds.PositiveReplyFails,
        "Positive reply is handled as a failure",
        ReplyCodes,
        "{0} {1} positive, but handled as a failure here ({2}), which {4}. Treat as success{3}.",
        "A 2xx or 3xx reply accepts the command: 221 is the polite answer to QUIT, 251 accepts a recipient, 354 asks for "
        + "the text. Code that treats it as a failure raises false alarms or sends accepted mail twice. Do: continue as "
        + "after any other success. RFC 5321 sections 4.2.1 and 4.3.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2");

    public static readonly DiagnosticDescriptor NegativeReplySucceeds = Rule(
        DiagnosticIds.NegativeReplySucceeds,
        "Negative reply is handled as success",
        ReplyCodes,
        "{0} {1} handled as success here ({2}), but the server refused, so the message is lost. Only 2xx means success{3}.",
        "After a 4xx or 5xx reply the server does not have the message. Code that counts it as delivered loses it "
        + "silently: it is neither sent again nor reported. Do: retry 4xx later and report 5xx. RFC 5321 sections 4.2.1 and "
        + "4.2.5.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5");

    public static readonly DiagnosticDescriptor BoundCutsClass = Rule(
        DiagnosticIds.BoundCutsClass,
        "Comparison cuts through a reply class",
        ReplyCodes,
        "{0} ({1}). Move the bound to the edge of the class.",
        "A client acts on the first digit of a reply code. A bound inside a class handles part of it differently, usually "
        + "because it is off by one (> 500) or because a member's name suggests the start of the class (>= "
        + "MailboxUnavailable is 550). Do: compare with 400, 500 or 600. RFC 5321 section 4.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");

    public static readonly DiagnosticDescriptor RetryListIncomplete = Rule(
        DiagnosticIds.RetryListIncomplete,
        "Transient reply codes are missing from the retry list",
        ReplyCodes,
        "{0} {1} missing from the codes retried here ({2}), so such mail is given up. Retry every 4xx.",
        "Servers use 421, 450, 451 and 452 for the same purposes: greylisting, throttling, a full queue. Code that "
        + "retries only some of them loses mail, depending on the receiving server. Do: retry the whole 4xx class. RFC 5321 "
        + "section 4.2.1.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1");

    public static readonly DiagnosticDescriptor TestNeverTrue = Rule(
        DiagnosticIds.TestNeverTrue,
        "Reply-code test can never be true",
        ReplyCodes,
        "This check for {0} is never true because {1}",
        "No reply code can pass this check where it stands, so the code behind it never runs. An earlier condition or "
        + "handler takes the codes, the conditions exclude each other, or the library reports such a reply in another way. "
        + "Do: remove the check, or check for the code that was meant.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2",
        // An editor shows dead code faded.
        customTags: [WellKnownDiagnosticTags.Unnecessary]);

    public static readonly DiagnosticDescriptor UnlistedRepliesUnhandled = Rule(
        DiagnosticIds.UnlistedRepliesUnhandled,
        "Reply-code switch does not handle unlisted codes by class",
        ReplyCodes,
        "Unlisted 4xx and 5xx codes are not told apart here{0}. Add cases for 400-499 and 500-599.",
        "Servers use more codes than the libraries have names for. A client must handle a code it does not know by its "
        + "first digit: 4xx is retried later, 5xx is given up. Do: add a case for each class. RFC 5321 section 4.2.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ForwardedRecipientRefused = Rule(
        DiagnosticIds.ForwardedRecipientRefused,
        "Reply 251 to RCPT is not accepted",
        ReplyCodes,
        "251 accepts the recipient too (the server forwards the message), but only 250 counts as success here. Accept 250 and 251.",
        "A server answers RCPT with 250, or with 251 if it takes the message and forwards it. A client that accepts only "
        + "250 refuses to send mail that would have been delivered. Do: accept both. RFC 5321 sections 3.4 and 4.3.2.",
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
