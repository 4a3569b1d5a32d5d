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
}
