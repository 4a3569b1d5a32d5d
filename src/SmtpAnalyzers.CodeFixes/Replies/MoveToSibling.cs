using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Moves a code to a section or arm of the same switch that does what its class asks for, and says nothing that is about other codes. Where
/// that one is as wrong (4xx given up, 5xx retried), the two exchange their codes.
/// </summary>
internal static class MoveToSibling
{
    public static IEnumerable<FixCandidate> Plan(ReplyFixContext context) =>
        context.Node.AncestorsAndSelf().FirstOrDefault(static node =>
            node is SwitchLabelSyntax or SwitchExpressionArmSyntax or StatementSyntax) switch
        {
            SwitchLabelSyntax { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } source } label =>
                MoveLabel(context, whole, source, label),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } source
                when source.Pattern.Span.Contains(context.Node.Span) =>
                    MoveArm(context, whole, source),
            _ => ExchangeConditions.Plan(context),
        };

    private static FixCandidate Moved(ReplyFixContext context, SyntaxNode root)
    {
        var where = context.RightOutcome switch
        {
            Outcome.Retry => "retry",
            Outcome.GiveUp => "give up",
            _ => "accept",
        };
        return new FixCandidate(FixKind.Move, $"Move {context.CodesInWords} to the codes to {where}", root);
    }

    /// <summary>The fix that lets two branches exchange their codes.</summary>
    public static FixCandidate Exchanged(SyntaxNode root) =>
        new(FixKind.Move, "Exchange the codes to retry and the codes to give up", root);

    private static IEnumerable<FixCandidate> MoveLabel(
        ReplyFixContext context, SwitchStatementSyntax whole, SwitchSectionSyntax source, SwitchLabelSyntax label)
    {
        if (label is CasePatternSwitchLabelSyntax { WhenClause: not null })
            yield break;
        var isAllWrong = IsAllWrong(context, source);
        foreach (var target in whole.Sections.Where(section => section != source && IsPlain(section.Labels) && IsOpen(context, section)))
        {
            if (isAllWrong && IsWrongInTurn(context, target) && !BranchText.IsSpecific(context, source, context.Finding.Outcome))
                yield return Exchanged(SectionLabels.Swap(context.Root, source, target));
            var moved = !isAllWrong && label is CasePatternSwitchLabelSyntax
                ? MoveAlternative(context, target)
                : SectionLabels.Move(context, label, target);
            if (moved is not null)
                yield return Moved(context, moved);
        }

        // To remove the label would lose the comment behind it; beside the default it says the
        // same. One above may be about more than this label.
        var rest = whole.Sections.FirstOrDefault(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any());
        if (rest is not null && rest != source && label is CaseSwitchLabelSyntax
            && label.GetTrailingTrivia().HasText() && !label.GetLeadingTrivia().HasText()
            && SectionLabels.Move(context, label, rest) is { } root)
        {
            yield return new FixCandidate(FixKind.Move, $"Move {context.CodesInWords} to the default case", root);
        }
    }

    private static IEnumerable<FixCandidate> MoveArm(
        ReplyFixContext context, SwitchExpressionSyntax whole, SwitchExpressionArmSyntax source)
    {
        if (source.WhenClause is not null)
            yield break;
        var isAllWrong = IsAllWrong(context, source.Expression);
        foreach (var target in whole.Arms.Where(arm =>
            arm != source && arm.WhenClause is null && IsPlain([arm.Pattern]) && IsOpen(context, arm)))
        {
            if (isAllWrong && IsWrongInTurn(context, target.Expression))
            {
                if (!BranchText.IsSpecific(context, source, context.Finding.Outcome))
                    yield return Exchanged(Swap(context.Root, source, target));
            }
            else if (isAllWrong)
            {
                yield return Moved(
                    context, context.Root.ReplaceNode(source.Expression, target.Expression.WithTriviaFrom(source.Expression)));
            }
            else if (MoveAlternative(context, target.Pattern) is { } moved)
            {
                yield return Moved(context, moved);
            }
        }
    }

    // Comments beside an arm are mostly about its codes, so plain answers are exchanged; what
    // has effects stays where it is, and in its order.
    private static SyntaxNode Swap(SyntaxNode root, SwitchExpressionArmSyntax one, SwitchExpressionArmSyntax other)
    {
        var isPlain = !Effects.Of(one.Expression, []).Concat(Effects.Of(other.Expression, [])).Any();
        var (first, second) = isPlain ? ((SyntaxNode)one.Expression, (SyntaxNode)other.Expression) : (one.Pattern, other.Pattern);
        return root.ReplaceNodes(new[] { first, second }, (original, _) => (original == first ? second : first).WithTriviaFrom(original));
    }

    /// <summary>Moves a code from its or-pattern to a section or to the pattern of an arm.</summary>
    private static SyntaxNode? MoveAlternative(ReplyFixContext context, SyntaxNode target)
    {
        if (context.Node.Parent is not ConstantPatternSyntax
        {
            Parent: BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern },
        } alternative)
        {
            return null;
        }

        var tracked = context.Root.TrackNodes(alternative, target);
        if (SeparatedItems.Remove(tracked, tracked.GetCurrentNode(alternative)!, isMoved: true) is not { } root
            || root.GetCurrentNode(target) is not { } receiving)
        {
            return null;
        }

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

    // Named codes come there and nothing else: no name is moved to a default.
    private static bool IsPlain(IEnumerable<SyntaxNode> labels) => !labels.Any(static label =>
        label is DefaultSwitchLabelSyntax or DiscardPatternSyntax or VarPatternSyntax
            or CasePatternSwitchLabelSyntax { WhenClause: not null });

    // The branch does the right thing for the codes, and its texts stay true with them.
    private static bool IsOpen(ReplyFixContext context, SyntaxNode branch) =>
        EvidenceIn(context, branch, context.RightOutcome).Any() && !BranchText.IsSpecific(context, branch, context.RightOutcome);

    /// <summary>Whether all codes for which <paramref name="branch"/> does what the finding says are of the wrong class.</summary>
    public static bool IsAllWrong(ReplyFixContext context, SyntaxNode branch) =>
        EvidenceIn(context, branch, context.Finding.Outcome).All(site => Real(site).IsSubsetOf(context.WrongClass));

    /// <summary>
    /// Whether <paramref name="branch"/> does what the codes of the finding need, and only to codes for which that is wrong.
    /// </summary>
    public static bool IsWrongInTurn(ReplyFixContext context, SyntaxNode branch)
    {
        var (right, classes) = (context.RightOutcome, context.Options.Classes);
        return right is Outcome.Retry or Outcome.GiveUp && EvidenceIn(context, branch, right)
            .All(site => Real(site).IsSubsetOf(right == Outcome.Retry ? classes.Permanent : classes.Transient));
    }

    private static ReplyCodeSet Real(OutcomeSite site) => site.Codes & ReplyCodeSet.Real;

    /// <summary>Everything in <paramref name="branch"/> that brings the mail to <paramref name="outcome"/>.</summary>
    public static IEnumerable<OutcomeSite> EvidenceIn(ReplyFixContext context, SyntaxNode branch, Outcome outcome) =>
        context.Handlings.SelectMany(static analysis => analysis.OutcomeSites)
            .Where(site => site.Outcome == outcome && branch.Span.Contains(site.Syntax.Span));
}
