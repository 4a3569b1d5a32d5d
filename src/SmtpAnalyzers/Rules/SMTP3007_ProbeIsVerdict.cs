using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3007 in a verifier that is written by hand: of the replies to VRFY, or to a RCPT that no DATA follows, 250 alone says that the
/// mailbox exists, and every other that it does not.
/// </summary>
internal sealed class ProbeIsVerdict : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.FailedVerify;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from command in file.Commands
        where command.Verb is "VRFY" or "RCPT"
        from test in IsProbe(file, command.Verb, command.Site)
            ? [new ProbeReading(file, command.Site, command.Flow).Verdict]
            : new ProbeCalls(file, command).All.Where(call => IsProbe(file, command.Verb, call.Site)).Select(static call => call.Verdict)
        where test is not null
        select Diagnostic.Create(Descriptor, test.GetLocation());

    private static bool IsProbe(MailFile file, string verb, SyntaxNode site)
    {
        var type = site.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        // A client that sends needs no VRFY for it.
        return type is not null && (verb == "VRFY"
            || (!file.Commands.Any(other => other.Verb == "DATA" && type.Span.Contains(other.Site.Span))
                && (VerifyWords.IsAsking(type.Identifier.ValueText)
                    || (site.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && IsAsking(file, method)))));
    }

    // Or its answer is called so: (bool IsValid, string Log).
    private static bool IsAsking(MailFile file, MethodDeclarationSyntax method) => VerifyWords.IsAsking(method.Identifier.ValueText)
        || (file.Model.GetDeclaredSymbol(method, file.Cancellation) is IMethodSymbol symbol
            && BoolTypes.AnswersOf(symbol).Any(VerifyWords.IsYes));
}
