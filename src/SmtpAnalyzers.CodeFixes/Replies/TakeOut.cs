using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Takes one code out of a list: a chain of comparisons, an or-pattern, a collection, the labels of a section.</summary>
internal static class TakeOut
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind is not (MatchKind.Named or MatchKind.Element or MatchKind.Group or MatchKind.Predicate)
            || NoEffect.Of(context))
            return null;
        var root = context.Node switch
        {
            SwitchLabelSyntax label => SectionLabels.Remove(context.Root, label),
            ExpressionSyntax element when context.Finding.Kind == MatchKind.Element =>
                SeparatedItems.Remove(context.Root, element.Parent is ExpressionElementSyntax or ArgumentSyntax ? element.Parent : element),
            var code => Operand(code) is { } operand ? SeparatedItems.Remove(context.Root, operand) : null,
        };
        return root is null ? null : new FixCandidate(FixKind.TakeOut, Title(context), root) { Replaces = Predicate(context) };
    }

    // A predicate that only looks is no loss.
    private static string[] Predicate(ReplyFixContext context) => context.Finding.Kind == MatchKind.Predicate
        && context.Node is InvocationExpressionSyntax call
        && context.Model.GetSymbolInfo(call).Symbol?.DeclaringSyntaxReferences is [var declared]
            && !Effects.Of(declared.GetSyntax(), []).Any()
        && CallSyntax.MethodName(call) is { } name ? [name] : [];

    private static string Title(ReplyFixContext context)
    {
        var codes = context.Finding.Codes is var few && few.First != -1 && few.Codes.Count() <= 10 ? few.ToString() : context.CodesInWords;
        return context.Finding.Outcome switch
        {
            Outcome.Retry => $"Remove {codes} from the codes to retry",
            Outcome.GiveUp => $"Remove {codes} from the permanent codes",
            Outcome.Delivered => $"Remove {codes} from the delivered codes",
            _ => $"Remove {codes} from the failure codes",
        };
    }

    /// <summary>
    /// The comparison or alternative that lets the code in, in the nearest chain of them: a || b, or !a &amp;&amp; !b where it comes
    /// in by failing.
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
