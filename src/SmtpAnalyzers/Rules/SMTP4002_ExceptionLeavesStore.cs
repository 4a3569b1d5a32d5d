using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP4002: a message store does work that can fail, and nothing in it catches the exception.</summary>
internal sealed class ExceptionLeavesStore : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.ExceptionLeavesStore;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["SaveAsync"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from method in file.NodesOf<MethodDeclarationSyntax>()
        where method.Identifier.ValueText == "SaveAsync" && CallSyntax.BodyOf(method) is not null
            && file.Model.GetDeclaredSymbol(method, file.Cancellation) is IMethodSymbol symbol && file.Mail.Servers.IsStore(symbol)
            && new StoreWork(file).CanEscape(method)
        select Diagnostic.Create(Descriptor, method.Identifier.GetLocation(), method.Identifier.ValueText);
}
