using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Moves a code to the section or arm of the same switch that does what its class asks for. Where that one is as wrong (4yz given up,
/// 5yz retried), the two change places.
/// </summary>
internal static class MoveToSibling
{
    public static Repair? Plan(RepairContext context, CancellationToken cancellation)
    {
        var root = context.Node.AncestorsAndSelf().FirstOrDefault(static node => node is SwitchLabelSyntax or SwitchExpressionArmSyntax or StatementSyntax) switch
        {
            SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } source } label =>
                MoveLabel(context, whole, source, label, cancellation),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } source when source.Pattern.Span.Contains(context.Node.Span) =>
                MoveArm(context, whole, source, cancellation),
            _ => null,
        };
        return root is null ? null : new Repair(RepairKind.Move, $"Move {context.CodesInWords} to where {Done(context.RightOutcome)}", root);
    }

    private static string Done(Outcome outcome) => outcome switch
    {
        Outcome.Retry => "replies are retried",
        Outcome.GiveUp => "replies are given up",
        _ => "replies are accepted",
    };

    private static SyntaxNode? MoveLabel(
        RepairContext context, SwitchStatementSyntax whole, SwitchSectionSyntax source, SwitchLabelSyntax label, CancellationToken cancellation)
    {
        var target = whole.Sections.FirstOrDefault(section => section != source && IsPlain(section.Labels) && Does(context, section, cancellation));
        if (target is null || label is CasePatternSwitchLabelSyntax { WhenClause: not null } || (context.Code is null && !IsAllWrong(context, source, cancellation)))
            return null;
        return IsAllWrong(context, source, cancellation) && IsWrongInTurn(context, target, cancellation)
            ? SectionLabels.Swap(context.Root, source, target)
            : SectionLabels.Move(context, label, target);
    }

    private static SyntaxNode? MoveArm(RepairContext context, SwitchExpressionSyntax whole, SwitchExpressionArmSyntax source, CancellationToken cancellation)
    {
        var target = whole.Arms.FirstOrDefault(arm => arm != source && arm.WhenClause is null && IsPlain([arm.Pattern]) && Does(context, arm.Expression, cancellation));
        if (target is null || source.WhenClause is not null)
            return null;
        if (IsAllWrong(context, source.Expression, cancellation))
        {
            return IsWrongInTurn(context, target.Expression, cancellation)
                ? context.Root.ReplaceNodes(
                    new[] { source.Expression, target.Expression },
                    (original, _) => (original == source.Expression ? target : source).Expression.WithTriviaFrom(original))
                : context.Root.ReplaceNode(source.Expression, target.Expression.WithTriviaFrom(source.Expression));
        }

        if (!context.HasPatterns
            || context.Node.Parent is not ConstantPatternSyntax { Parent: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } list } pattern)
        {
            return null;
        }

        var kept = (list.Left == pattern ? list.Right : list.Left).WithTriviaFrom(list);
        var widened = SyntaxFactory.BinaryPattern(
            SyntaxKind.OrPattern,
            target.Pattern.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OrKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            pattern.WithoutTrivia().WithTrailingTrivia(target.Pattern.GetTrailingTrivia()));
        return context.Root.ReplaceNodes(new PatternSyntax[] { list, target.Pattern }, (original, _) => original == list ? kept : widened);
    }

    // Named codes come there and nothing else: a default is no place to move a name to.
    private static bool IsPlain(IEnumerable<SyntaxNode> labels) => !labels.Any(static label =>
        label is DefaultSwitchLabelSyntax or DiscardPatternSyntax or VarPatternSyntax or CasePatternSwitchLabelSyntax { WhenClause: not null });

    private static bool Does(RepairContext context, SyntaxNode place, CancellationToken cancellation) =>
        EvidenceIn(context, place, context.RightOutcome, cancellation).Any();

    private static bool IsAllWrong(RepairContext context, SyntaxNode place, CancellationToken cancellation) =>
        EvidenceIn(context, place, context.Finding.Outcome, cancellation).All(evidence => Real(evidence).IsSubsetOf(context.WrongClass));

    private static bool IsWrongInTurn(RepairContext context, SyntaxNode place, CancellationToken cancellation) =>
        context.RightOutcome is Outcome.Retry or Outcome.GiveUp
        && EvidenceIn(context, place, context.RightOutcome, cancellation)
            .All(evidence => Real(evidence).IsSubsetOf(context.RightOutcome == Outcome.Retry ? ReplyCodeSet.Permanent : ReplyCodeSet.Transient));

    private static ReplyCodeSet Real(Evidence evidence) => evidence.Codes & ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    private static IEnumerable<Evidence> EvidenceIn(RepairContext context, SyntaxNode place, Outcome outcome, CancellationToken cancellation) =>
        context.Handlings(cancellation).SelectMany(static handling => handling.Evidence)
            .Where(evidence => evidence.Outcome == outcome && place.Span.Contains(evidence.Syntax.Span));
}
