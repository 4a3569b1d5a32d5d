using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP3xxx: exceptions and the use of the APIs.
internal static partial class Descriptors
{
    private const string Exceptions = "Exceptions";

    private const string MailKitDocs = "https://mimekit.net/docs/html/";

    private const string SystemNetMailDocs = "https://learn.microsoft.com/dotnet/api/system.net.mail.";



    // {0} the type, {1} the client, {2} what it throws instead.
    public static readonly DiagnosticDescriptor NeverThrown = Rule(
        DiagnosticIds.NeverThrown,
        "Exception type is never thrown by this client",
        Exceptions,
        "{0} is never thrown by {1}, and nothing else is called here that could: a refusal (421, 450, 550) or a lost connection goes past "
        + "this test; {2}",
        "Both libraries have a client called SmtpClient and exceptions with like names. System.Net.Mail's client reports replies in "
        + "SmtpException, MailKit's in SmtpCommandException. A handler for the other library's exception compiles and never runs.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpCommandException.htm");

    // {0} the members of SmtpErrorCode, {1} what becomes of which codes.
    public static readonly DiagnosticDescriptor StepAsVerdict = Rule(
        DiagnosticIds.StepAsVerdict,
        "SmtpErrorCode does not tell transient from permanent",
        Exceptions,
        "SmtpErrorCode ({0}) says which command was refused, not whether that passes: {1}; test the class of StatusCode too",
        "SmtpCommandException.ErrorCode names the step that the server refused: the sender, a recipient, the message, or any other "
        + "command. Each of them comes with 4yz and with 5yz replies. Only StatusCode tells what passes from what stays.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpErrorCode.htm");

    public static readonly DiagnosticDescriptor SendTextAsVerdict = Rule(
        DiagnosticIds.SendTextAsVerdict,
        "Text returned by Send is used as the verdict",
        Exceptions,
        "The text that Send returns decides here whether the mail was sent: it has no reply code, differs from server to server and may "
        + "be empty, so that mail accepted with 250 counts as failed and is sent twice or reported lost; Send that returns has succeeded, "
        + "a refusal (450, 550) is a SmtpCommandException",
        "MailKit's Send and SendAsync return the text of the server's final reply, without the code. They return only after the server "
        + "accepted the message; everything else is an exception. The text is for the log: it may hold the server's queue id.",
        MailKitDocs + "M_MailKit_MailTransport_Send.htm");

    // {0} the digits, pattern or parser.
    public static readonly DiagnosticDescriptor CodeFromText = Rule(
        DiagnosticIds.CodeFromText,
        "Reply code is read from text",
        Exceptions,
        "A reply code ({0}) is read from the text of the reply: neither client puts the code there and every server words its text as it "
        + "likes, so that 450 and 550 are told apart by chance or not at all; StatusCode holds the number",
        "A client must act by the reply code, not by the text (RFC 5321 section 4.2). MailKit's exceptions and SmtpResponse hand over the "
        + "text without the code, System.Net.Mail's put a sentence of their own before its first line. The code is in StatusCode.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");

    // {0} what goes past, or what is looked at in vain.
    public static readonly DiagnosticDescriptor OneFormOfRefusal = Rule(
        DiagnosticIds.OneFormOfRefusal,
        "Refused recipients are handled in one of their two forms only",
        Exceptions,
        "{0}; look at the InnerExceptions of SmtpFailedRecipientsException and at a single SmtpFailedRecipientException alike",
        "System.Net.Mail throws SmtpFailedRecipientException where one recipient was refused, with its reply code, and the derived "
        + "SmtpFailedRecipientsException where several were, whose StatusCode is always GeneralFailure (-1) and whose InnerExceptions "
        + "hold the real codes. Code that knows one form mishandles the other.",
        SystemNetMailDocs + "smtpfailedrecipientsexception");

    public static readonly DiagnosticDescriptor WrongCredentials = Rule(
        DiagnosticIds.WrongCredentials,
        "Authentication failure is taken for wrong credentials",
        Exceptions,
        "Every failed login is taken for wrong credentials here: 421, 451 and 454, which pass, come in the same exception as 535, and a "
        + "good password is asked for again or thrown away; look at the SmtpCommandException in InnerException",
        "MailKit throws AuthenticationException for whatever the server answers to AUTH. After 454 a client should not ask the user for "
        + "another password (RFC 4954 section 6). The overloads that take credentials put the reply into InnerException.",
        "https://www.rfc-editor.org/rfc/rfc4954#section-6",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor FailedVerify = Rule(
        DiagnosticIds.FailedVerify,
        "Failed Verify is taken for an invalid mailbox",
        Exceptions,
        "Every reply but 250 is taken for a bad mailbox here: 252 (the server does not say), 251 (it forwards), 450 (not now) and 502 (no "
        + "VRFY) come in the same exception as 550, and good addresses are thrown away; only 5yz can say no",
        "MailKit's Verify and Expand accept 250 only; every other answer is a SmtpCommandException. Most servers answer VRFY with 252 "
        + "whether the mailbox exists or not (RFC 5321 section 3.5.3).",
        "https://www.rfc-editor.org/rfc/rfc5321#section-3.5.3");

    public static readonly DiagnosticDescriptor DroppedReply = Rule(
        DiagnosticIds.DroppedReply,
        "Refused recipient's reply is dropped",
        Exceptions,
        "The reply to a refused recipient is dropped here: Send goes on without that recipient, and afterwards nobody knows whether the "
        + "server said 450 (try again) or 550 (no such mailbox); keep the response, or throw",
        "An override of OnRecipientNotAccepted that does not throw lets the message go to the other recipients, and Send succeeds. The "
        + "response is the only place that says what became of this one.",
        MailKitDocs + "M_MailKit_Net_Smtp_SmtpClient_OnRecipientNotAccepted.htm");

    // {0} the expression that has the brackets.
    public static readonly DiagnosticDescriptor BracketedAddress = Rule(
        DiagnosticIds.BracketedAddress,
        "FailedRecipient is compared with an address",
        Exceptions,
        "{0} has angle brackets (\"<b@example.com>\") and equals no address: the recipient that was refused (450, 550) is never found; "
        + "compare new MailAddress({0}).Address",
        "SmtpFailedRecipientException.FailedRecipient holds the mailbox as it was sent in the command RCPT TO, with angle brackets. "
        + "MailAddress reads both forms.",
        SystemNetMailDocs + "smtpfailedrecipientexception.failedrecipient");

    public static readonly DiagnosticDescriptor WrappingLosesCode = Rule(
        DiagnosticIds.WrappingLosesCode,
        "Wrapping loses the reply code",
        Exceptions,
        "The new SmtpException has no reply code: its StatusCode is GeneralFailure (-1), and whoever catches it cannot tell 450 from 550; "
        + "pass the code to the constructor",
        "Only the constructors of SmtpException that take a SmtpStatusCode set StatusCode. The others leave GeneralFailure, which says "
        + "that there was no reply.",
        SystemNetMailDocs + "smtpexception.-ctor",
        DiagnosticSeverity.Info);
}
