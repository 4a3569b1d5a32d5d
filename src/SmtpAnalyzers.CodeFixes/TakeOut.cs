using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Takes one code out of a list: a chain of comparisons, an or-pattern, a collection, the labels of a section.</summary>
internal static class TakeOut
{
    public static Repair? Plan(RepairContext context)
    {
        if (context.Finding.Kind is not (LeafKind.Named or LeafKind.Element or LeafKind.Group))
            return null;
        var root = context.Node switch
        {
            SwitchLabelSyntax label => SectionLabels.Remove(context.Root, label),
            ExpressionSyntax element when context.Finding.Kind == LeafKind.Element => FromCollection(context.Root, element),
            ExpressionSyntax { Parent: ConstantPatternSyntax pattern } => FromPattern(context.Root, pattern),
            ExpressionSyntax constant => FromChain(context.Root, constant),
            _ => null,
        };
        return root is null ? null : new Repair(RepairKind.TakeOut, $"Take {context.CodesInWords} out", root);
    }

    // a || b, or a != x && b != y where the code comes through by failing.
    private static SyntaxNode? FromChain(SyntaxNode root, ExpressionSyntax constant)
    {
        SyntaxNode comparison = constant;
        while (comparison.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            comparison = comparison.Parent;
        comparison = comparison.Parent switch
        {
            BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => binary,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call,
            _ => constant,
        };
        var joint = comparison.IsKind(SyntaxKind.NotEqualsExpression) ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression;
        while (comparison.Parent is ParenthesizedExpressionSyntax)
            comparison = comparison.Parent;
        if (comparison == constant || comparison.Parent is not BinaryExpressionSyntax chain || !chain.IsKind(joint))
            return null;
        return root.ReplaceNode(chain, Remaining(chain, chain.Left == comparison ? chain.Right : chain.Left, chain.OperatorToken));
    }

    private static SyntaxNode? FromPattern(SyntaxNode root, PatternSyntax pattern)
    {
        SyntaxNode part = pattern;
        while (part.Parent is ParenthesizedPatternSyntax)
            part = part.Parent;
        return part.Parent is BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } list
            ? root.ReplaceNode(list, Remaining(list, list.Left == part ? list.Right : list.Left, list.OperatorToken))
            : null;
    }

    /// <summary>What is left of <paramref name="whole"/> in its place; comments at the operator stay.</summary>
    private static SyntaxNode Remaining(SyntaxNode whole, SyntaxNode kept, SyntaxToken operatorToken)
    {
        var trailing = whole.GetTrailingTrivia();
        var atOperator = operatorToken.LeadingTrivia.Concat(operatorToken.TrailingTrivia);
        if (kept.SpanStart < operatorToken.SpanStart && atOperator.Any(IsComment))
            trailing = SyntaxFactory.TriviaList(atOperator.Where(static trivia => IsComment(trivia)).Prepend(SyntaxFactory.Space).Concat(trailing));
        var leading = whole.GetLeadingTrivia();
        if (kept.SpanStart > operatorToken.SpanStart && operatorToken.GetPreviousToken().TrailingTrivia is var atRemoved && atRemoved.Any(IsComment))
            leading = leading.AddRange(atRemoved.SkipWhile(static trivia => !IsComment(trivia))).AddRange(operatorToken.LeadingTrivia);
        return kept.WithLeadingTrivia(leading).WithTrailingTrivia(trailing);
    }

    private static SyntaxNode? FromCollection(SyntaxNode root, ExpressionSyntax element)
    {
        SyntaxNode item = element.Parent is ExpressionElementSyntax or ArgumentSyntax ? element.Parent : element;
        return item.Parent switch
        {
            InitializerExpressionSyntax initializer => Replace(initializer, initializer.Expressions, (ExpressionSyntax)item, initializer.WithExpressions),
            CollectionExpressionSyntax collection => Replace(collection, collection.Elements, (CollectionElementSyntax)item, collection.WithElements),
            ArgumentListSyntax arguments => Replace(arguments, arguments.Arguments, (ArgumentSyntax)item, arguments.WithArguments),
            _ => null,
        };

        SyntaxNode? Replace<T>(SyntaxNode list, SeparatedSyntaxList<T> items, T taken, Func<SeparatedSyntaxList<T>, SyntaxNode> with) where T : SyntaxNode =>
            items.Count < 2 ? null : root.ReplaceNode(list, with(Without(items, items.IndexOf(taken))));
    }

    // The last item takes the separator before it along, and leaves it the trivia that ended the line there.
    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> items, int index) where T : SyntaxNode
    {
        var (nodes, separators) = (items.ToList(), items.GetSeparators().ToList());
        var taken = nodes[index];
        nodes.RemoveAt(index);
        if (index < separators.Count)
        {
            separators.RemoveAt(index);
            if (index < nodes.Count)
                nodes[index] = nodes[index].WithLeadingTrivia(taken.GetLeadingTrivia());
        }
        else
        {
            var separator = separators[index - 1];
            separators.RemoveAt(index - 1);
            var trailing = separator.TrailingTrivia.Any(IsComment) ? separator.TrailingTrivia : taken.GetTrailingTrivia();
            nodes[index - 1] = nodes[index - 1].WithTrailingTrivia(trailing);
        }

        return SyntaxFactory.SeparatedList(nodes, separators);
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
