using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Tells who gets the message that is sent again after a failure. Who takes out the refused recipients only, and sends to the rest, gives
/// the rest a second copy where the others had it already.
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

    /// <summary>
    /// Whether the message goes to others than before when <paramref name="again"/> sends it: between <paramref name="failed"/> and that,
    /// recipients are taken out, and those that were refused are not put in.
    /// </summary>
    public static bool AreOthers(TryStatementSyntax failed, SyntaxNode again)
    {
        var span = TextSpan.FromBounds(failed.Block.Span.End, again.SpanStart);
        var between = failed.Parent!.DescendantNodes(span).OfType<InvocationExpressionSyntax>()
            .Where(call => span.Contains(call.SpanStart)).ToList();
        return between.Exists(call => IsChange(call) && IsAlways(call, failed, again))
            && !between.Exists(call => CallSyntax.MethodName(call) == "Add" && call.ArgumentList.Arguments
                .SelectMany(argument => Origins(argument.Expression, failed)).Any(static added => added.Names(Refused)));
    }

    // In no branch of its own.
    private static bool IsAlways(SyntaxNode change, SyntaxNode failed, SyntaxNode again) => change.Ancestors()
        .TakeWhile(node => !node.Span.Contains(again.Span) && node != failed)
        .All(static node => node is ExpressionSyntax or ExpressionStatementSyntax or BlockSyntax or CatchClauseSyntax);

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
