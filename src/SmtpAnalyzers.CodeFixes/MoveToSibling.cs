using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Moves a code to the section or arm of the same switch that does what its class asks for.</summary>
internal static class MoveToSibling
{
    public static Repair? Plan(RepairContext context, CancellationToken cancellation)
    {
        if (context.Finding.Kind != LeafKind.Named)
            return null;
        var root = context.Node switch
        {
            SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } source } label =>
                whole.Sections.FirstOrDefault(section => section != source && Does(context, section, section.Labels, cancellation)) is { } target
                    ? SectionLabels.Move(context, label, target)
                    : null,
            ExpressionSyntax { Parent: ConstantPatternSyntax pattern } when Arm(pattern) is { Parent: SwitchExpressionSyntax whole } source =>
                whole.Arms.FirstOrDefault(arm => arm != source && arm.WhenClause is null && Does(context, arm.Expression, [arm.Pattern], cancellation)) is { } target
                    ? MoveArm(context, pattern, source, target)
                    : null,
            _ => null,
        };
        return root is null ? null : new Repair(RepairKind.Move, $"Move {context.Code} to where it is {Done(context.RightOutcome)}", root);
    }

    private static string Done(Outcome outcome) => outcome switch
    {
        Outcome.Retry => "retried",
        Outcome.GiveUp => "given up",
        _ => "accepted",
    };

    private static SwitchExpressionArmSyntax? Arm(SyntaxNode pattern)
    {
        while (pattern.Parent is BinaryPatternSyntax or ParenthesizedPatternSyntax)
            pattern = pattern.Parent;
        return pattern.Parent as SwitchExpressionArmSyntax;
    }

    // Named codes come there and nothing else: a default is no place to move a name to.
    private static bool Does(RepairContext context, SyntaxNode place, IEnumerable<SyntaxNode> labels, CancellationToken cancellation) =>
        !labels.Any(static label => label is DefaultSwitchLabelSyntax or DiscardPatternSyntax or VarPatternSyntax or CasePatternSwitchLabelSyntax { WhenClause: not null })
        && context.Handlings(cancellation).SelectMany(static handling => handling.Evidence)
            .Any(evidence => evidence.Outcome == context.RightOutcome && place.Span.Contains(evidence.Syntax.Span));

    private static SyntaxNode? MoveArm(RepairContext context, ConstantPatternSyntax pattern, SwitchExpressionArmSyntax source, SwitchExpressionArmSyntax target)
    {
        // The only pattern of its arm: the arm gives the other answer.
        if (pattern.Parent == source)
            return context.Root.ReplaceNode(source.Expression, target.Expression.WithTriviaFrom(source.Expression));
        if (!context.HasPatterns || pattern.Parent is not BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } list)
            return null;
        var kept = (list.Left == pattern ? list.Right : list.Left).WithTriviaFrom(list);
        var widened = SyntaxFactory.BinaryPattern(
            SyntaxKind.OrPattern,
            target.Pattern.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OrKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            pattern.WithoutTrivia().WithTrailingTrivia(target.Pattern.GetTrailingTrivia()));
        return context.Root.ReplaceNodes(new PatternSyntax[] { list, target.Pattern }, (original, _) => original == list ? kept : widened);
    }
}
