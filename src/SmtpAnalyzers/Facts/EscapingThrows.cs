using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// The exceptions that a function raises itself while nothing else has gone wrong, and that leave it. Those that say that the program is
/// wrong (an argument, a case nobody knows, code that is not written yet) and those of a cancellation are left out.
/// </summary>
internal static class EscapingThrows
{
    private static readonly string[] OfBugs =
    [
        "System.ArgumentException", "System.ObjectDisposedException", "System.NotImplementedException", "System.NotSupportedException",
        "System.Diagnostics.UnreachableException", "System.OperationCanceledException",
    ];

    /// <summary>The throw statements and expressions in <paramref name="body"/>, nested functions excluded.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode body, MailFile file) =>
        from node in body.DescendantNodesAndSelf(static node => !IsFunction(node))
        let thrown = node switch
        {
            ThrowStatementSyntax statement => statement.Expression,
            ThrowExpressionSyntax expression => expression.Expression,
            _ => null,
        }
        where thrown is not null && !IsForUnknownCase(node)
            && file.TypeOf(thrown) is { } type && !IsOfBug(type, file) && !MayBeCaught(node, body, type, file)
        select node;

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsForUnknownCase(SyntaxNode node) =>
        node.Parent is SwitchExpressionArmSyntax { Pattern: DiscardPatternSyntax }
        || node.Parent is SwitchSectionSyntax section && section.Labels.Any(SyntaxKind.DefaultSwitchLabel);

    private static bool IsOfBug(ITypeSymbol type, MailFile file) => OfBugs.Any(name =>
        file.Model.Compilation.GetTypeByMetadataName(name) is { } bug && MailSymbols.Derives(type, bug));

    // In a handler something else has failed before. A handler around it may swallow the exception; which does is not asked.
    private static bool MayBeCaught(SyntaxNode node, SyntaxNode body, ITypeSymbol type, MailFile file) =>
        node.Ancestors().TakeWhile(around => around != body.Parent).Any(around => around is CatchClauseSyntax
            || (around is TryStatementSyntax attempt && attempt.Block.Span.Contains(node.Span)
                && attempt.Catches.Any(handler => file.CaughtBy(handler) is { } caught && MailSymbols.Derives(type, caught))));
}
