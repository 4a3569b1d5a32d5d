using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Adds the missing codes to a list of codes to retry: a pattern, a chain of comparisons, a collection, the labels of a
/// section.</summary>
internal static class AddMissing
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Id != DiagnosticIds.RetryListIncomplete || Add(context) is not { } root)
            return null;
        return new FixCandidate(FixKind.AddMissing,
            $"Retry {ClassTest.InWords(context.Finding.Codes.Codes.Select(static code => $"{code}"))} as well", root);
    }

    /// <summary>Adds the class to a list that cannot become the class test, since comments belong to its codes.</summary>
    public static FixCandidate? PlanClass(ReplyFixContext context)
    {
        var writer = new ClassTestWriter(context, ReplyClass.TransientNegative);
        var root = context.Node switch
        {
            SwitchLabelSyntax { Parent: SwitchSectionSyntax section } label when Test(context, label) is { } test =>
                label is CaseSwitchLabelSyntax plain && writer.Label(test, [], plain) is { } added
                    ? AddLabels(context, section, [added.WithoutTrivia()]) : null,
            PatternSyntax
            {
                Parent: IsPatternExpressionSyntax or SwitchExpressionArmSyntax or SubpatternSyntax,
            } pattern when Last(pattern) is { } last
                && writer.Pattern(new CodeTest(CodeNumber.OfProperty, ReplyCodeSet.Empty, ReplyCodeSet.Empty), [], matches: true,
                    last) is { } range =>
                AddAlternatives(context, pattern, [range]),
            ExpressionSyntax
            {
                Parent: ConstantPatternSyntax { Parent: SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm } constant,
            }
                when writer.Pattern(new CodeTest(CodeNumber.OfProperty, ReplyCodeSet.Empty, ReplyCodeSet.Empty), [], matches: true,
                    constant) is { } range =>
                AddArm(context, whole, arm, range),
            BinaryExpressionSyntax { Right: BinaryExpressionSyntax last } chain when new CodeTests(context).Of(last) is { } test
                && writer.Condition(test, [], holds: true, last) is { } condition => AddOperands(context, chain, [condition]),
            _ => null,
        };
        return root is null ? null : new FixCandidate(FixKind.ClassTest, "Retry all 4xx replies", root);
    }

    // Below the last arm that does the same.
    private static SyntaxNode AddArm(ReplyFixContext context, SwitchExpressionSyntax whole, SwitchExpressionArmSyntax arm,
        PatternSyntax pattern)
    {
        var last = whole.Arms.Last(one => SyntaxFactory.AreEquivalent(one.Expression, arm.Expression));
        var parts = whole.Arms.GetWithSeparators().ToList();
        var index = parts.IndexOf(last) + 1;
        if (index >= parts.Count)
            return context.Root;
        var added =
            last.WithPattern(pattern.WithTrailingTrivia(SyntaxFactory.Space)).WithLeadingTrivia(Indentation(last)).WithTrailingTrivia();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(WithoutText(parts[index].GetTrailingTrivia()));
        parts.InsertRange(index + 1, [added, comma]);
        return context.Root.ReplaceNode(whole, whole.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(parts)));
    }

    private static CodeTest? Test(ReplyFixContext context, SwitchLabelSyntax label) =>
        label.Parent?.Parent is SwitchStatementSyntax whole && new CodeNumbers(context).Read(whole.Expression) is { } number
            ? new CodeTest(number, ReplyCodeSet.Empty, ReplyCodeSet.Empty)
            : null;

    private static SyntaxNode? Add(ReplyFixContext context)
    {
        var missing = context.Finding.Codes;
        switch (context.Node)
        {
            case CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax section, Value: var value } label:
                return Constants(context, value, missing)?.Select(constant =>
                    label.WithValue(constant).WithLeadingTrivia().WithTrailingTrivia()) is { } labels
                    ? AddLabels(context, section, labels)
                    : null;
            case PatternSyntax pattern:
                return Alternatives(context, pattern, missing);
            case ExpressionSyntax { Parent: ConstantPatternSyntax { Parent: not CasePatternSwitchLabelSyntax } pattern }:
                return Alternatives(context, pattern, missing);
            case BinaryExpressionSyntax { Right: BinaryExpressionSyntax last } chain:
                return context.ConstantOf(last.Right) is not null && Constants(context, last.Right, missing) is { } constants
                    ? AddOperands(context, chain, constants.Select(constant => last.WithRight(constant.WithoutTrivia())))
                    : null;
            case BaseObjectCreationExpressionSyntax { Initializer: { } elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case ArrayCreationExpressionSyntax { Initializer: { } elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case StackAllocArrayCreationExpressionSyntax { Initializer: { } elements }:
                return Elements(context, elements, elements.Expressions, missing);
            case InitializerExpressionSyntax elements:
                return Elements(context, elements, elements.Expressions, missing);
            case CollectionExpressionSyntax collection:
                return Elements(context, collection, collection.Elements, missing);
            // The call that makes the list, not one that searches it.
            case InvocationExpressionSyntax { ArgumentList: var arguments } call
                when context.Model.GetTypeInfo(call).Type?.SpecialType != SpecialType.System_Boolean:
                return Elements(context, arguments, arguments.Arguments, missing);
            default:
                return null;
        }
    }

    private static SyntaxNode AddLabels(ReplyFixContext context, SwitchSectionSyntax section, IEnumerable<SwitchLabelSyntax> labels) =>
        context.Root.ReplaceNode(section, labels.Aggregate(section, (all, one) => SectionLabels.With(all, one, context.Writer.EndOfLine)));

    private static SyntaxNode? Alternatives(ReplyFixContext context, PatternSyntax pattern, ReplyCodeSet missing) =>
        Last(pattern) is { } last && Constants(context, last.Expression, missing) is { } constants
            ? AddAlternatives(context, pattern, constants.Select(constant => last.WithExpression(constant)))
            : null;

    private static ConstantPatternSyntax? Last(PatternSyntax pattern) =>
        pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().LastOrDefault();

    private static SyntaxNode AddAlternatives(ReplyFixContext context, PatternSyntax pattern, IEnumerable<PatternSyntax> added) =>
        context.Root.ReplaceNode(pattern,
            added.Aggregate(pattern, (whole, one) => SeparatedItems.Add(whole, one.WithoutTrivia(), context.Writer.EndOfLine)));

    private static SyntaxNode AddOperands(ReplyFixContext context, BinaryExpressionSyntax chain, IEnumerable<ExpressionSyntax> added)
    {
        var (whole, trailing) = ((ExpressionSyntax)chain.WithoutTrailingTrivia(), chain.GetTrailingTrivia());
        // Each added operand is followed by the same white space as the operand before the last.
        var between = WithoutText(chain.Left.GetTrailingTrivia());
        var separator = chain.OperatorToken.WithLeadingTrivia(WithoutText(chain.OperatorToken.LeadingTrivia))
            .WithTrailingTrivia(WithoutText(chain.OperatorToken.TrailingTrivia));
        foreach (var one in added)
        {
            var operand = one.WithoutTrivia().WithLeadingTrivia(WithoutText(chain.Right.GetLeadingTrivia()));
            whole = SyntaxFactory.BinaryExpression(chain.Kind(), whole.WithTrailingTrivia(between), separator, operand);
        }

        return context.Root.ReplaceNode(chain, whole.WithTrailingTrivia(trailing));
    }

    // Neither a comment nor the space before it.
    private static SyntaxTriviaList WithoutText(SyntaxTriviaList trivia) => !trivia.HasText() ? trivia
        : SyntaxFactory.TriviaList(trivia.Where((one, i) => !one.IsText() && (i + 1 == trivia.Count || !trivia[i + 1].IsText())
            && !(one.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.EndsLine() && i < trivia.Count - 1)));

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
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLines ? context.Writer.EndOfLine
            : SyntaxFactory.Space);
        var trailing = lastPart.GetTrailingTrivia();
        foreach (var constant in constants)
        {
            var element = last.ReplaceNode(example, constant.WithTriviaFrom(example))
                .WithLeadingTrivia(Indentation(last))
                .WithTrailingTrivia(endsWithComma ? SyntaxTriviaList.Empty : trailing);
            if (endsWithComma)
            {
                parts.Add(element);
                parts.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLines
                    ? SyntaxFactory.TriviaList(context.Writer.EndOfLine) : trailing));
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
