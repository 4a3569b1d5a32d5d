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
}
