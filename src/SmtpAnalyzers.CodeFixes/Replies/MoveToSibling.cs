using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Moves a code to the section or arm of the same switch that does what its class asks for. Where that one is as wrong (4yz given up,
/// 5yz retried), the two change places.
/// </summary>
internal static class MoveToSibling
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        var root = context.Node.AncestorsAndSelf().FirstOrDefault(static node => node is SwitchLabelSyntax or SwitchExpressionArmSyntax or StatementSyntax) switch
        {
            SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } source } label =>
                MoveLabel(context, whole, source, label),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } source when source.Pattern.Span.Contains(context.Node.Span) =>
                MoveArm(context, whole, source),
            _ => null,
        };
        return root is null ? null : new FixCandidate(FixKind.Move, $"Move {context.CodesInWords} to where {Done(context.RightOutcome)}", root);
    }

    private static string Done(Outcome outcome) => outcome switch
    {
        Outcome.Retry => "replies are retried",
        Outcome.GiveUp => "replies are given up",
        _ => "replies are accepted",
    };

    private static SyntaxNode? MoveLabel(
        ReplyFixContext context, SwitchStatementSyntax whole, SwitchSectionSyntax source, SwitchLabelSyntax label)
    {
        var target = whole.Sections.FirstOrDefault(section => section != source && IsPlain(section.Labels) && Does(context, section));
        if (target is null || label is CasePatternSwitchLabelSyntax { WhenClause: not null })
            return null;
        if (!IsAllWrong(context, source) && label is CasePatternSwitchLabelSyntax)
            return MoveAlternative(context, target);
        return IsAllWrong(context, source) && IsWrongInTurn(context, target)
            ? SectionLabels.Swap(context.Root, source, target)
            : SectionLabels.Move(context, label, target);
    }

    private static SyntaxNode? MoveArm(ReplyFixContext context, SwitchExpressionSyntax whole, SwitchExpressionArmSyntax source)
    {
        var target = whole.Arms.FirstOrDefault(
            arm => arm != source && arm.WhenClause is null && IsPlain([arm.Pattern]) && Does(context, arm.Expression));
        if (target is null || source.WhenClause is not null)
            return null;
        if (IsAllWrong(context, source.Expression))
        {
            return IsWrongInTurn(context, target.Expression)
                ? context.Root.ReplaceNodes(
                    new[] { source.Expression, target.Expression },
                    (original, _) => (original == source.Expression ? target : source).Expression.WithTriviaFrom(original))
                : context.Root.ReplaceNode(source.Expression, target.Expression.WithTriviaFrom(source.Expression));
        }

        return MoveAlternative(context, target.Pattern);
    }

    /// <summary>Moves a code from its or-pattern to a section or to the pattern of an arm.</summary>
    private static SyntaxNode? MoveAlternative(ReplyFixContext context, SyntaxNode target)
    {
        if (context.Node.Parent is not ConstantPatternSyntax { Parent: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } } alternative)
            return null;
        var tracked = context.Root.TrackNodes(alternative, target);
        if (SeparatedItems.Remove(tracked, tracked.GetCurrentNode(alternative)!) is not { } root || root.GetCurrentNode(target) is not { } receiving)
            return null;
        return root.ReplaceNode(receiving, receiving switch
        {
            SwitchSectionSyntax section => With(section, alternative, context.Writer.EndOfLine),
            PatternSyntax pattern => SeparatedItems.Add(pattern, alternative, context.Writer.EndOfLine),
            _ => receiving,
        });
    }

    // As the section has it: one more alternative, or one more label.
    private static SwitchSectionSyntax With(SwitchSectionSyntax section, ConstantPatternSyntax alternative, SyntaxTrivia endOfLine) =>
        section.Labels.Last() is CasePatternSwitchLabelSyntax { Pattern: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } list }
            ? section.ReplaceNode(list, SeparatedItems.Add(list, alternative, endOfLine))
            : SectionLabels.With(
                section,
                SyntaxFactory.CaseSwitchLabel(
                    SyntaxFactory.Token(SyntaxKind.CaseKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                    alternative.Expression.WithoutTrivia(),
                    SyntaxFactory.Token(SyntaxKind.ColonToken)),
                endOfLine);

    // Named codes come there and nothing else: a default is no place to move a name to.
    private static bool IsPlain(IEnumerable<SyntaxNode> labels) => !labels.Any(static label =>
        label is DefaultSwitchLabelSyntax or DiscardPatternSyntax or VarPatternSyntax or CasePatternSwitchLabelSyntax { WhenClause: not null });

    private static bool Does(ReplyFixContext context, SyntaxNode place) =>
        EvidenceIn(context, place, context.RightOutcome).Any();

    private static bool IsAllWrong(ReplyFixContext context, SyntaxNode place) =>
        EvidenceIn(context, place, context.Finding.Outcome).All(evidence => Real(evidence).IsSubsetOf(context.WrongClass));

    private static bool IsWrongInTurn(ReplyFixContext context, SyntaxNode place) =>
        context.RightOutcome is Outcome.Retry or Outcome.GiveUp
        && EvidenceIn(context, place, context.RightOutcome)
            .All(evidence => Real(evidence).IsSubsetOf(context.RightOutcome == Outcome.Retry ? context.Options.Classes.Permanent : context.Options.Classes.Transient));

    private static ReplyCodeSet Real(Evidence evidence) => evidence.Codes & ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    /// <summary>What says in <paramref name="place"/> that the mail comes to <paramref name="outcome"/>.</summary>
    public static IEnumerable<Evidence> EvidenceIn(ReplyFixContext context, SyntaxNode place, Outcome outcome) =>
        context.Handlings.SelectMany(static handling => handling.Evidence)
            .Where(evidence => evidence.Outcome == outcome && place.Span.Contains(evidence.Syntax.Span));
}
