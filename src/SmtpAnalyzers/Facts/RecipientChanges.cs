using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Tells whether a handler for refused recipients spares those that have the message already. Who takes out the refused ones only, and
/// sends to the rest, gives the rest a second copy.
/// </summary>
internal static class RecipientChanges
{
    private const string Refused = "FailedRecipient";

    /// <summary>Whether <paramref name="handler"/> changes the recipients of the message, other than by taking out the refused.</summary>
    public static bool SparesAccepted(SyntaxNode handler)
    {
        var changes = handler.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsChange).ToList();
        return changes.Count > 0 && !changes.All(change => TakesOutRefused(change, handler));
    }

    private static bool IsChange(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "Clear" or "Remove" or "RemoveAt",
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "To" or "CC" or "Bcc" },
    };

    // What says which recipient is taken out: the argument, what it was found by, the conditions around.
    private static bool TakesOutRefused(InvocationExpressionSyntax change, SyntaxNode handler)
    {
        var reasons = change.ArgumentList.Arguments.SelectMany(argument => Origins(argument.Expression, handler))
            .Concat(change.Ancestors().TakeWhile(node => node != handler).OfType<IfStatementSyntax>().Select(static one => one.Condition))
            .Where(static reason => reason.Names(Refused))
            .ToList();
        return reasons.Count > 0 && !reasons.Exists(IsNegated);
    }

    private static IEnumerable<ExpressionSyntax> Origins(ExpressionSyntax value, SyntaxNode handler) =>
        value is not IdentifierNameSyntax { Identifier.ValueText: var name } ? [value]
        : handler.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(local => local.Identifier.ValueText == name && local.Initializer is not null)
            .Select(static local => local.Initializer!.Value);

    private static bool IsNegated(SyntaxNode reason) => reason.DescendantNodesAndSelf().Any(static node =>
        node.IsKind(SyntaxKind.NotEqualsExpression) || node.IsKind(SyntaxKind.LogicalNotExpression) || node.IsKind(SyntaxKind.NotPattern));
}
