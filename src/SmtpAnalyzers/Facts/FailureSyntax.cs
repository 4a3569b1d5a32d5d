using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Facts;

/// <summary>What says, in a client written by hand, that the message was not sent.</summary>
internal static class FailureSyntax
{
    private static readonly string[] Words = ["fail", "error", "notsent", "unsent"];

    /// <summary>Whether control that comes to <paramref name="node"/> reports a failure: it throws, returns one, or notes one.</summary>
    public static bool Is(SyntaxNode? node) => node is not null && node.DescendantNodesAndSelf().Any(static one =>
        one is ThrowStatementSyntax or ThrowExpressionSyntax || IsReturned(one)
        || one is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }
        || (one is AssignmentExpressionSyntax { Right: ObjectCreationExpressionSyntax { Type: var made } }
            && made.ToString().EndsWith("Exception", StringComparison.Ordinal)));

    /// <summary>Whether <paramref name="node"/> returns false, or something that is called a failure.</summary>
    public static bool IsReturned(SyntaxNode node) => node is ReturnStatementSyntax { Expression: { } value } && (
        value.IsKind(SyntaxKind.FalseLiteralExpression)
        || value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name =>
            Words.Any(word => name.Identifier.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
        || value.DescendantNodes().OfType<ArgumentSyntax>()
            .Any(static argument => argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression)));
}
