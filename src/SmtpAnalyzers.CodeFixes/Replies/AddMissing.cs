using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Adds the missing codes to a list of codes to retry: a pattern, a chain of comparisons, a collection, the labels of a section.</summary>
internal static class AddMissing
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Id != DiagnosticIds.RetryListIncomplete || Add(context) is not { } root)
            return null;
        var codes = context.Finding.Codes.Codes.Select(static code => $"{code}").ToList();
        var words = codes.Count == 1 ? codes[0] : $"{string.Join(", ", codes.Take(codes.Count - 1))} and {codes[codes.Count - 1]}";
        return new FixCandidate(FixKind.AddMissing, $"Retry {words} as well", root);
    }

    private static SyntaxNode? Add(ReplyFixContext context)
    {
        var missing = context.Finding.Codes;
        switch (context.Node)
        {
            case SwitchLabelSyntax { Parent: SwitchSectionSyntax section } label:
                return Labels(context, label, missing) is { } labels
                    ? context.Root.ReplaceNode(section, labels.Aggregate(section, (all, one) => SectionLabels.With(all, one, context.Writer.EndOfLine)))
                    : null;
            case PatternSyntax pattern:
                return Alternatives(context, pattern, missing);
            case ExpressionSyntax { Parent: ConstantPatternSyntax { Parent: not CasePatternSwitchLabelSyntax } pattern }:
                return Alternatives(context, pattern, missing);
            case BinaryExpressionSyntax chain:
                return Comparisons(context, chain, missing);
            case BaseObjectCreationExpressionSyntax { Initializer: { } elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case InitializerExpressionSyntax elements:
                return Elements(context, elements, elements.Expressions, missing);
            case CollectionExpressionSyntax collection:
                return Elements(context, collection, collection.Elements, missing);
            case InvocationExpressionSyntax { ArgumentList: var arguments }:
                return Elements(context, arguments, arguments.Arguments, missing);
            default:
                return null;
        }
    }

    private static List<SwitchLabelSyntax>? Labels(ReplyFixContext context, SwitchLabelSyntax label, ReplyCodeSet missing) => label switch
    {
        CaseSwitchLabelSyntax { Value: var value } plain => Constants(context, value, missing)?
            .Select(constant => (SwitchLabelSyntax)plain.WithValue(constant).WithLeadingTrivia().WithTrailingTrivia())
            .ToList(),
        _ => null,
    };

    private static SyntaxNode? Alternatives(ReplyFixContext context, PatternSyntax pattern, ReplyCodeSet missing)
    {
        if (pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().LastOrDefault() is not { } last
            || Constants(context, last.Expression, missing) is not { } constants)
        {
            return null;
        }

        var all = constants.Aggregate(pattern, (whole, constant) =>
            SeparatedItems.Add(whole, last.WithExpression(constant).WithoutTrivia(), context.Writer.EndOfLine));
        return context.Root.ReplaceNode(pattern, all);
    }

    private static SyntaxNode? Comparisons(ReplyFixContext context, BinaryExpressionSyntax chain, ReplyCodeSet missing)
    {
        if (chain.Right is not BinaryExpressionSyntax last || context.ConstantOf(last.Right) is null || Constants(context, last.Right, missing) is not { } constants)
            return null;
        var (whole, trailing) = ((ExpressionSyntax)chain.WithoutTrailingTrivia(), chain.GetTrailingTrivia());
        // What ends the line of the operand before ends that of the last one, too.
        var between = chain.Left.GetTrailingTrivia();
        foreach (var constant in constants)
        {
            var added = last.WithRight(constant.WithoutTrivia());
            whole = SyntaxFactory.BinaryExpression(chain.Kind(), whole.WithTrailingTrivia(between), chain.OperatorToken, added);
        }

        return context.Root.ReplaceNode(chain, whole.WithTrailingTrivia(trailing));
    }

    private static SyntaxNode? Elements<T>(ReplyFixContext context, SyntaxNode list, SeparatedSyntaxList<T> elements, ReplyCodeSet missing)
        where T : SyntaxNode
    {
        if (elements.LastOrDefault() is not { } last
            || last.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault() is not { } example
            || Constants(context, example, missing) is not { } constants)
        {
            return null;
        }

        var parts = elements.GetWithSeparators().ToList();
        var endsWithComma = parts[parts.Count - 1].IsToken;
        var lastPart = parts[parts.Count - 1];
        var isOnLines = parts.Count > 1 && parts[1].GetTrailingTrivia().EndsLine();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLines ? context.Writer.EndOfLine : SyntaxFactory.Space);
        var trailing = lastPart.GetTrailingTrivia();
        foreach (var constant in constants)
        {
            var element = last.ReplaceNode(example, constant.WithTriviaFrom(example))
                .WithLeadingTrivia(Indentation(last))
                .WithTrailingTrivia(endsWithComma ? SyntaxTriviaList.Empty : trailing);
            if (endsWithComma)
            {
                parts.Add(element);
                parts.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLines ? SyntaxFactory.TriviaList(context.Writer.EndOfLine) : trailing));
                continue;
            }

            parts[parts.Count - 1] = parts[parts.Count - 1].WithTrailingTrivia();
            parts.Add(comma);
            parts.Add(element);
        }

        var all = SyntaxFactory.SeparatedList<T>(parts);
        return context.Root.ReplaceNode(list, (SyntaxNode)(list switch
        {
            InitializerExpressionSyntax initializer => initializer.WithExpressions((SeparatedSyntaxList<ExpressionSyntax>)(object)all),
            CollectionExpressionSyntax collection => collection.WithElements((SeparatedSyntaxList<CollectionElementSyntax>)(object)all),
            ArgumentListSyntax arguments => arguments.WithArguments((SeparatedSyntaxList<ArgumentSyntax>)(object)all),
            _ => list,
        }));
    }

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));

    // Written as the example is: members, or numbers. Null where a code has no name.
    private static List<ExpressionSyntax>? Constants(ReplyFixContext context, ExpressionSyntax example, ReplyCodeSet codes)
    {
        var constants = codes.Codes.Select(code => MeantCode.Renamed(context, example, code)).ToList();
        return constants.Any(static constant => constant is null) ? null : constants.OfType<ExpressionSyntax>().ToList();
    }
}
