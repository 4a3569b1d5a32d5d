using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Takes one code out of a list: a chain of comparisons, an or-pattern, a collection, the labels of a section.</summary>
internal static class TakeOut
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind is not (LeafKind.Named or LeafKind.Element or LeafKind.Group or LeafKind.Predicate))
            return null;
        var root = context.Node switch
        {
            SwitchLabelSyntax label => SectionLabels.Remove(context.Root, label),
            ExpressionSyntax element when context.Finding.Kind == LeafKind.Element =>
                SeparatedItems.Remove(context.Root, element.Parent is ExpressionElementSyntax or ArgumentSyntax ? element.Parent : element),
            var code => Operand(code) is { } operand ? SeparatedItems.Remove(context.Root, operand) : null,
        };
        return root is null ? null : new FixCandidate(FixKind.TakeOut, $"Take {context.CodesInWords} out", root);
    }

    /// <summary>
    /// The comparison or alternative that lets the code in, in the nearest chain of them: a || b, or !a &amp;&amp; !b where it comes in by failing.
    /// </summary>
    private static SyntaxNode? Operand(SyntaxNode code)
    {
        var negated = false;
        var condition = code.AncestorsAndSelf().TakeWhile(static node =>
            node is not (StatementSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax));
        foreach (var part in condition)
        {
            negated ^= part.Kind() is SyntaxKind.NotEqualsExpression or SyntaxKind.LogicalNotExpression or SyntaxKind.NotPattern;
            var isOperand = negated
                ? part.Parent.IsKind(SyntaxKind.LogicalAndExpression) || part.Parent.IsKind(SyntaxKind.AndPattern)
                : part.Parent.IsKind(SyntaxKind.LogicalOrExpression) || part.Parent.IsKind(SyntaxKind.OrPattern);
            if (isOperand)
                return part;
        }

        return null;
    }
}
