using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// Patterns of <c>is</c> and of switch expressions that lack a part, and arms that are left out. A pattern can't hold a switch, so the whole
/// expression is written a second time with the other pattern; its variables get other names there, and are handed over where it matches.
/// </summary>
internal static class PatternChanges
{
    public static IEnumerable<Change> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        IsPatternExpressionSyntax test => OfTest(test),
        SwitchExpressionSyntax choice when model.GetTypeInfo(choice).ConvertedType is { } type && !Declares(choice.GoverningExpression) =>
            OfChoice(choice, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
        SwitchExpressionArmSyntax { WhenClause: null, Pattern: not DiscardPatternSyntax } arm => [WithoutArm(arm)],
        CaseSwitchLabelSyntax label => [WithoutLabel(label, SyntaxFactory.ConstantPattern(label.Value), null)],
        CasePatternSwitchLabelSyntax label => [WithoutLabel(label, label.Pattern, label.WhenClause)],
        _ => [],
    };

    private static IEnumerable<Change> OfTest(IsPatternExpressionSyntax test)
    {
        if (Declares(test.Expression))
            yield break;
        var isNegated = test.Pattern is UnaryPatternSyntax;
        foreach (var (part, says, other) in OtherPatterns.In(test.Pattern).Where(other => !DeclaresIn(other.Part)))
        {
            yield return new(test, $"{Change.Short(test)}: {says}", (now, id) =>
            {
                var (copy, names) = Renamed(test.ReplaceNodes([part], (_, _) => other), id);
                if (names.Count == 0 && Change.CanBeAskedTwice(test))
                    return Change.Parse($"{Switch.Type}.Pick({id}, {now}, {copy})");
                var handed = string.Concat(names.Select(name => isNegated
                    ? $" || !{Switch.Type}.Hand(out {name.Old}, {name.New})"
                    : $" && {Switch.Type}.Hand(out {name.Old}, {name.New})"));
                return Change.Parse($"(!{Switch.Is(id)} ? {now} : (({copy}){handed}))");
            })
            { IsAtRisk = true };
        }
    }

    private static IEnumerable<Change> OfChoice(SwitchExpressionSyntax choice, string type) =>
        from arm in choice.Arms
        from found in OtherPatterns.In(arm.Pattern)
        where !DeclaresIn(found.Part)
        select new Change(choice, $"{Change.Short(arm.Pattern)}: {found.Says}", (now, id) =>
        {
            var copy = choice.ReplaceNodes([found.Part], (_, _) => found.Other);
            return Change.Parse($"({Switch.Is(id)} ? ({type})({copy}) : ({type})({now}))");
        })
        { IsAtRisk = true };

    private static Change WithoutArm(SwitchExpressionArmSyntax arm) => new(arm, $"without the arm {Change.Short(arm)}", (now, id) =>
        ((SwitchExpressionArmSyntax)now).WithWhenClause(SyntaxFactory.WhenClause(Change.Parse($"!{Switch.Is(id)} ")).NormalizeWhitespace()
            .WithLeadingTrivia(SyntaxFactory.Space)));

    private static Change WithoutLabel(SwitchLabelSyntax label, PatternSyntax pattern, WhenClauseSyntax? when) => new(
        label, $"without {Change.Short(label)}", (now, id) =>
        {
            var condition = when is null ? "" : $"({((CasePatternSwitchLabelSyntax)now).WhenClause!.Condition}) && ";
            var written = now is CasePatternSwitchLabelSyntax { Pattern: var current } ? current : pattern;
            var text = $"switch (0) {{ case {written} when {condition}!{Switch.Is(id)}: break; }}";
            return ((SwitchStatementSyntax)SyntaxFactory.ParseStatement(text)).Sections[0].Labels[0];
        })
        { IsAtRisk = true };

    private static (SyntaxNode Copy, IReadOnlyList<(string Old, string New)> Names) Renamed(SyntaxNode copy, string suffix)
    {
        var variables = copy.DescendantNodes().OfType<SingleVariableDesignationSyntax>().ToList();
        return (
            copy.ReplaceNodes(variables, (old, _) => old.WithIdentifier(SyntaxFactory.Identifier($"{old.Identifier.Text}_{suffix}"))),
            [.. variables.Select(old => (old.Identifier.Text, $"{old.Identifier.Text}_{suffix}"))]);
    }

    private static bool Declares(SyntaxNode node) => node.DescendantNodes().Any(static inner => inner is VariableDesignationSyntax);

    private static bool DeclaresIn(SyntaxNode part) =>
        part.DescendantNodesAndSelf().Any(static inner => inner is SingleVariableDesignationSyntax);
}
