using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Lists with something between the items: elements and commas, comparisons and <c>||</c>, alternatives and <c>or</c>.
/// The lines stay as they are, with a separator at the end or at the start of each. A comment at the end of a line
/// belongs to the only item in it, or to the line.
/// </summary>
internal static class SeparatedItems
{
    /// <summary>
    /// The file without <paramref name="item"/>; null where it is the only one of its list, or where a comment or a
    /// directive belongs to it that does not move along.
    /// </summary>
    /// <param name="root">The file.</param>
    /// <param name="item">An item of a list.</param>
    /// <param name="isWholeLine">Whether a comment behind the line in which the list ends is about all
    /// of it, rather than about its last item.</param>
    /// <param name="isMoved">Whether the item is written again elsewhere, with its comment.</param>
    public static SyntaxNode? Remove(SyntaxNode root, SyntaxNode item, bool isWholeLine = false, bool isMoved = false)
    {
        var (list, parts) = ListOf(item);
        var index = parts.IndexOf(item);
        if (list is null || index < 0 || parts.Count(static part => part.IsNode) < 2)
            return null;
        if (!isMoved && (HasComment(parts, index) || HasTextBefore(item) || HasInnerText(item)
            || (!isWholeLine && index == parts.Count - 1 && HasCommentAtLineEnd(parts))))
        {
            return null;
        }

        var (last, endOfLine) = (index == parts.Count - 1, default(SyntaxTriviaList));
        var (breaksBefore, breaksAfter) = (index > 0 && BreaksAt(parts, index - 1), !last && BreaksAt(parts, index + 1));
        if (last)
        {
            var lineEnd = LineEnd(parts, index - 1);
            if (breaksBefore && item.GetTrailingTrivia().EndsLine())
                parts[index - 2] = parts[index - 2].WithTrailingTrivia(lineEnd);
            else
                (parts[index - 2], endOfLine) =
                    (parts[index - 2].WithTrailingTrivia(item.GetTrailingTrivia()), breaksBefore ? lineEnd : default);
            parts.RemoveRange(index - 1, 2);
        }
        else if (breaksAfter && !breaksBefore && index > 0)
        {
            parts[index - 2] = parts[index - 2].WithTrailingTrivia(item.GetTrailingTrivia());
            parts.RemoveRange(index - 1, 2);
        }
        else
        {
            if (index + 2 < parts.Count)
                parts[index + 2] = parts[index + 2].WithLeadingTrivia(item.GetLeadingTrivia().Before(parts[index + 2].GetLeadingTrivia()));
            parts.RemoveRange(index, 2);
        }

        var (replaced, replacement) = WithoutNeedlessParentheses(list, With(list, parts));
        // The old line end now ends the line on which the list ends.
        var lineEndToken = LastTokenOfLine(replaced);
        if (!endOfLine.HasText())
            return root.ReplaceNode(replaced, replacement);
        if (lineEndToken == replaced.GetLastToken())
            return root.ReplaceNode(replaced, replacement.WithTrailingTrivia(endOfLine));
        return root.ReplaceSyntax(
            [replaced], (_, _) => replacement, [lineEndToken], (token, _) => token.WithTrailingTrivia(endOfLine), [],
            (trivia, _) => trivia);
    }

    /// <summary>Whether a comment belongs to <paramref name="item"/>, one of several; one above the first is about them all.</summary>
    public static bool HasComment(SyntaxNode item)
    {
        var (_, parts) = ListOf(item);
        return parts.IndexOf(item) is var index and >= 0 && (HasComment(parts, index) || (index > 0 && HasTextBefore(item)));
    }

    private static (SyntaxNode? List, List<SyntaxNodeOrToken> Parts) ListOf(SyntaxNode item)
    {
        if (item.Parent is not { } list)
            return (null, []);
        while (list.Parent is { } outer && outer.IsKind(list.Kind()) && Left(outer) == list)
            list = outer;
        return (list, Parts(list));
    }

    private static bool HasTextBefore(SyntaxNode item) => item.GetLeadingTrivia().HasText();

    private static bool HasInnerText(SyntaxNode item)
    {
        var (leading, trailing) = (item.GetLeadingTrivia(), item.GetTrailingTrivia());
        return item.DescendantTrivia().Any(trivia => trivia.IsText() && !leading.Contains(trivia) && !trailing.Contains(trivia));
    }

    // Between the separator before and the item, behind the item, or behind the separator after it, unless others share the line.
    private static bool HasComment(List<SyntaxNodeOrToken> parts, int index)
    {
        var isLast = index >= parts.Count - 1;
        if (index > 0 && parts[index - 1].GetLeadingTrivia().HasText())
            return true;
        if (index > 0 && parts[index - 1].GetTrailingTrivia() is var before && before.HasText() && !before.EndsLine())
            return true;
        if (!isLast && parts[index + 1].GetLeadingTrivia().HasText())
            return true;
        var sharesLine = index > 0 && !BreaksAt(parts, index - 1) && (isLast || BreaksAt(parts, index + 1));
        return !sharesLine && (parts[index].GetTrailingTrivia().HasText() || (!isLast && parts[index + 1].GetTrailingTrivia().HasText()));
    }

    // In the line of the last item alone, behind nothing but what closes the list.
    private static bool HasCommentAtLineEnd(List<SyntaxNodeOrToken> parts)
    {
        if (parts.Count < 2 || !BreaksAt(parts, parts.Count - 2) || parts[parts.Count - 1].AsNode() is not { } last)
            return false;
        var (token, end) = (last.GetLastToken(), LastTokenOfLine(last));
        while (token != end)
        {
            token = token.GetNextToken();
            if (!SyntaxFacts.IsPunctuation(token.Kind()))
                return false;
        }

        return token != last.GetLastToken() && token.TrailingTrivia.HasText();
    }

    /// <summary>A pattern with one more alternative at its end.</summary>
    public static PatternSyntax Add(PatternSyntax pattern, PatternSyntax alternative, SyntaxTrivia endOfLine)
    {
        var parts = pattern.IsKind(SyntaxKind.OrPattern) ? Parts(pattern) : [pattern];
        var last = parts[parts.Count - 1];
        var trailing = last.GetTrailingTrivia();
        var lineEnd = trailing.EndsLine() ? trailing : SyntaxFactory.TriviaList(endOfLine);
        var or = SyntaxFactory.Token(default, SyntaxKind.OrKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        if (parts.Count > 1 && parts[parts.Count - 2].GetTrailingTrivia().EndsLine())
        {
            parts[parts.Count - 1] = last.WithTrailingTrivia(parts[parts.Count - 3].GetTrailingTrivia());
            or = or.WithTrailingTrivia(lineEnd);
            alternative = alternative.WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(trailing);
        }
        else if (trailing.EndsLine() || (parts.Count > 1 && BreaksAt(parts, parts.Count - 2)))
        {
            parts[parts.Count - 1] = last.WithTrailingTrivia(lineEnd);
            or = or.WithLeadingTrivia(parts.Count > 1
                ? parts[parts.Count - 2].GetLeadingTrivia()
                : pattern.GetLastToken().GetNextToken().LeadingTrivia);
            var own = alternative.GetTrailingTrivia();
            alternative = alternative.WithLeadingTrivia()
                .WithTrailingTrivia(!trailing.EndsLine() ? trailing : own.EndsLine() ? own : SyntaxFactory.TriviaList(endOfLine));
        }
        else
        {
            parts[parts.Count - 1] = last.WithTrailingTrivia(SyntaxFactory.Space);
            alternative = alternative.WithLeadingTrivia().WithTrailingTrivia(trailing);
        }

        return (PatternSyntax)Chain(SyntaxKind.OrPattern, [.. parts, or, alternative]);
    }

    /// <summary>The items with what stands between them, in order.</summary>
    private static List<SyntaxNodeOrToken> Parts(SyntaxNode list)
    {
        return list switch
        {
            InitializerExpressionSyntax initializer => [.. initializer.Expressions.GetWithSeparators()],
            CollectionExpressionSyntax collection => [.. collection.Elements.GetWithSeparators()],
            ArgumentListSyntax arguments => [.. arguments.Arguments.GetWithSeparators()],
            SwitchExpressionSyntax switched => [.. switched.Arms.GetWithSeparators()],
            _ => [.. OfChain(list, list.Kind())],
        };

        static IEnumerable<SyntaxNodeOrToken> OfChain(SyntaxNode part, SyntaxKind kind) => part switch
        {
            BinaryExpressionSyntax binary when binary.IsKind(kind) => [.. OfChain(binary.Left, kind), binary.OperatorToken, binary.Right],
            BinaryPatternSyntax binary when binary.IsKind(kind) => [.. OfChain(binary.Left, kind), binary.OperatorToken, binary.Right],
            _ => [part],
        };
    }

    private static SyntaxNode With(SyntaxNode list, List<SyntaxNodeOrToken> parts) => list switch
    {
        InitializerExpressionSyntax initializer => initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts)),
        CollectionExpressionSyntax collection => collection.WithElements(SyntaxFactory.SeparatedList<CollectionElementSyntax>(parts)),
        ArgumentListSyntax arguments => arguments.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(parts)),
        SwitchExpressionSyntax switched => switched.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(parts)),
        _ => Chain(list.Kind(), parts),
    };

    private static SyntaxNode Chain(SyntaxKind kind, List<SyntaxNodeOrToken> parts)
    {
        var chain = parts[0].AsNode()!;
        for (var i = 1; i < parts.Count; i += 2)
        {
            chain = chain is PatternSyntax pattern
                ? SyntaxFactory.BinaryPattern(kind, pattern, parts[i].AsToken(), (PatternSyntax)parts[i + 1].AsNode()!)
                : SyntaxFactory.BinaryExpression(
                    kind, (ExpressionSyntax)chain, parts[i].AsToken(), (ExpressionSyntax)parts[i + 1].AsNode()!);
        }

        return chain;
    }

    private static SyntaxNode? Left(SyntaxNode chain) => chain switch
    {
        BinaryExpressionSyntax binary => binary.Left,
        BinaryPatternSyntax binary => binary.Left,
        _ => null,
    };

    private static bool BreaksAt(List<SyntaxNodeOrToken> parts, int separator) => LineEnd(parts, separator).EndsLine();

    // Before the separator or after it.
    private static SyntaxTriviaList LineEnd(List<SyntaxNodeOrToken> parts, int separator) =>
        parts[separator - 1].GetTrailingTrivia() is var before && before.EndsLine() ? before : parts[separator].GetTrailingTrivia();

    private static (SyntaxNode Replaced, SyntaxNode Replacement) WithoutNeedlessParentheses(SyntaxNode list, SyntaxNode left) =>
        !left.IsKind(list.Kind()) && list.Parent is ParenthesizedPatternSyntax
            or ParenthesizedExpressionSyntax
            {
                Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression },
            }
            ? (list.Parent, left.WithTriviaFrom(list.Parent))
            : (list, left);

    private static SyntaxToken LastTokenOfLine(SyntaxNode node)
    {
        var token = node.GetLastToken();
        while (!token.TrailingTrivia.EndsLine() && token.GetNextToken() is var next && !next.IsKind(SyntaxKind.None))
            token = next;
        return token;
    }
}
