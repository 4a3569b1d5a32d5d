using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP3xxx: exceptions and the use of the APIs.
internal static partial class Descriptors
{
    private const string Exceptions = "Exceptions";

    private const string MailKitDocs = "https://mimekit.net/docs/html/";



    // {0} the type, {1} the client, {2} what it throws instead.
    public static readonly DiagnosticDescriptor NeverThrown = Rule(
        DiagnosticIds.NeverThrown,
        "Exception type is never thrown by this client",
        Exceptions,
        "{0} is never thrown by {1}, and nothing else is called here that could: a refusal (421, 450, 550) or a lost connection goes past this test; {2}",
        "Both libraries have a client called SmtpClient and exceptions with like names. System.Net.Mail's client reports replies in SmtpException, "
        + "MailKit's in SmtpCommandException. A handler for the other library's exception compiles and never runs.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpCommandException.htm");

    // {0} the members of SmtpErrorCode, {1} what becomes of which codes.
    public static readonly DiagnosticDescriptor StepAsVerdict = Rule(
        DiagnosticIds.StepAsVerdict,
        "SmtpErrorCode does not tell transient from permanent",
        Exceptions,
        "SmtpErrorCode ({0}) says which command was refused, not whether that passes: {1}; test the class of StatusCode too",
        "SmtpCommandException.ErrorCode names the step that the server refused: the sender, a recipient, the message, or any other command. Each of them comes with 4yz and with "
        + "5yz replies. Only StatusCode tells what passes from what stays.",
        MailKitDocs + "T_MailKit_Net_Smtp_SmtpErrorCode.htm");

    public static readonly DiagnosticDescriptor SendTextAsVerdict = Rule(
        DiagnosticIds.SendTextAsVerdict,
        "Text returned by Send is used as the verdict",
        Exceptions,
        "The text that Send returns decides here whether the mail was sent: it has no reply code, differs from server to server and may be empty, so that mail accepted with 250 counts as failed "
        + "and is sent twice or reported lost; Send that returns has succeeded, a refusal (450, 550) is a SmtpCommandException",
        "MailKit's Send and SendAsync return the text of the server's final reply, without the code. They return only after the server accepted the message; everything else is an exception. "
        + "The text is for the log: it may hold the server's queue id.",
        MailKitDocs + "M_MailKit_MailTransport_Send.htm");

    // {0} the digits, pattern or parser.
    public static readonly DiagnosticDescriptor CodeFromText = Rule(
        DiagnosticIds.CodeFromText,
        "Reply code is read from text",
        Exceptions,
        "A reply code ({0}) is read from the text of the reply: neither client puts the code there and every server words its text as it likes, so that 450 and 550 are told apart "
        + "by chance or not at all; StatusCode holds the number",
        "A client must act by the reply code, not by the text (RFC 5321 section 4.2). MailKit's exceptions and SmtpResponse hand over the text without the code, System.Net.Mail's put a "
        + "sentence of their own before its first line. The code is in StatusCode.",
        "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");
}
