using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3001: the exception of one library is expected where only the other library's client is called.</summary>
internal sealed class NeverThrown : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.NeverThrown;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from expected in new ExpectedExceptions(file).All()
        let finding = Judge(file, expected.Type, expected.Calls)
        where finding is not null
        select finding;

    private Diagnostic? Judge(MailFile file, ExpressionSyntax expected, Func<CallSummary?> calls)
    {
        if (file.SymbolOf(expected) is not ITypeSymbol type
            || !(file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.MailKit)
                || file.Mail.Exceptions.IsNeverThrown(type, MailLibrary.SystemNetMail))
            || calls() is not { } callees
            || !file.Mail.Exceptions.IsNeverThrown(type, callees.SoleLibrary)
            || callees.Throws(type))
        {
            return null;
        }

        return At(expected, type.ToDisplayString(), Client(callees.SoleLibrary), Instead(file, type, callees));
    }

    private static string Client(MailLibrary library) => library == MailLibrary.MailKit ? "MailKit" : "System.Net.Mail";

    private static string Instead(MailFile file, ITypeSymbol type, CallSummary callees) =>
        callees.SoleLibrary == MailLibrary.SystemNetMail ? "It throws System.Net.Mail.SmtpException"
        : file.Mail.Exceptions.SystemAuthentication.Contains(type)
            ? "It throws MailKit.Security.AuthenticationException (login) and SslHandshakeException (TLS)"
        : "It throws SmtpCommandException (refused) and SmtpProtocolException (connection lost)";
}
