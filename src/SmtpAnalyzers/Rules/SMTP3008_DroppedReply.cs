using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3008: an override of OnRecipientNotAccepted swallows the refusal and does not look at the reply.</summary>
internal sealed class DroppedReply : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.DroppedReply;

    public override IReadOnlyList<string> SpeaksOf { get; } = ["OnRecipientNotAccepted"];

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from method in file.NodesOf<MethodDeclarationSyntax>()
        where method.Identifier.ValueText == "OnRecipientNotAccepted" && method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        let symbol = file.Model.GetDeclaredSymbol(method, file.Cancellation)
        where symbol is not null && MailSymbols.OverridesMailKit(symbol)
        let response = symbol.Parameters.FirstOrDefault(parameter => file.Mail.Exceptions.Response.Contains(parameter.Type))
        where response is not null && CallSyntax.BodyOf(method) is { } body && !Keeps(body, response.Name)
        select Diagnostic.Create(Descriptor, method.Identifier.GetLocation());

    // It reads the response, throws, or lets the base throw.
    private static bool Keeps(SyntaxNode body, string response) => body.DescendantNodes().Any(node => node switch
    {
        IdentifierNameSyntax name => (name.Identifier.ValueText == response && !IsPassedToBase(name))
            || name.Identifier.ValueText.StartsWith("Throw", StringComparison.Ordinal),
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "OnRecipientNotAccepted" } call =>
            !IsSwallowed(call),
        _ => false,
    });

    private static bool IsPassedToBase(SyntaxNode name) =>
        name.Parent is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } },
        };

    // The base throws, and its exception ends in a handler that does not look at it.
    private static bool IsSwallowed(SyntaxNode call) => call.Ancestors().OfType<TryStatementSyntax>().Any(attempt =>
        attempt.Block.Span.Contains(call.Span) && attempt.Catches.Any(static handler => handler.Filter is null
            && !handler.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax
                || (node is IdentifierNameSyntax name && name.Identifier.ValueText == handler.Declaration?.Identifier.ValueText))));
}
