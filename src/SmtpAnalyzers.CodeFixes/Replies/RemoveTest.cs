using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Removes a test that is never true, with the code that runs for it alone: an alternative, a label, a section, an arm, a handler.
/// </summary>
internal static class RemoveTest
{
    private const string Title = "Remove the test that is never true";

    public static FixCandidate? Plan(ReplyFixContext context)
    {
        // The test is needed, and asks the wrong exception.
        if (CatchAnother.IsCarriedByAnother(context) || AskInnerExceptions.Concerns(context))
            return null;
        return context.Node is SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax whole } first
            ? OfLabels(context, whole, whole.DescendantNodes().OfType<SwitchLabelSyntax>()
                .Where(label => label.Parent!.Parent == whole && (label == first || IsOfFinding(label, context))).ToList())
            : OfCondition(context);
    }

    // Sections all of whose labels are dead go as a whole.
    private static FixCandidate? OfLabels(ReplyFixContext context, SwitchStatementSyntax whole, IReadOnlyList<SwitchLabelSyntax> labels)
    {
        var sections = whole.Sections.Where(section => section.Labels.All(labels.Contains)).ToList();
        if (sections.Count == whole.Sections.Count)
            return null;
        var single = labels.Where(label => !sections.Contains(label.Parent)).ToList();
        SyntaxNode? left = context.Root.TrackNodes(single.Concat<SyntaxNode>(sections));
        foreach (var label in single)
            left = left?.GetCurrentNode(label) is { } current ? SectionLabels.Remove(left, current) : null;
        foreach (var section in sections)
            left = left?.GetCurrentNode(section) is { } current ? left.RemoveNode(current, SyntaxRemoveOptions.KeepNoTrivia) : null;
        return left is null ? null : new FixCandidate(FixKind.Remove, Title, left) { NeverRuns = [.. sections] };
    }

    private static FixCandidate? OfCondition(ReplyFixContext context)
    {
        var whole = context.Node;
        while (whole.Parent is { } parent
            && (parent is ParenthesizedExpressionSyntax or ParenthesizedPatternSyntax or IsPatternExpressionSyntax
            || (parent is ConstantPatternSyntax && parent.Span == whole.Span)))
        {
            whole = parent;
            if (whole.Parent.IsKind(SyntaxKind.OrPattern) || whole.Parent.IsKind(SyntaxKind.LogicalOrExpression))
                break;
        }

        var (root, dead) = whole.Parent switch
        {
            { RawKind: (int)SyntaxKind.OrPattern or (int)SyntaxKind.LogicalOrExpression } =>
                (SeparatedItems.Remove(context.Root, whole), whole),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { Arms.Count: > 1 } } arm when arm.Pattern == whole =>
                (context.Root.RemoveNode(arm, SyntaxRemoveOptions.KeepNoTrivia), arm),
            CatchFilterClauseSyntax { Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } handler }
                when attempt.Catches.Count > 1 || attempt.Finally is not null =>
                    (context.Root.ReplaceNode(attempt, Without(attempt, handler)), handler),
            _ => (null, whole),
        };
        return root is null ? null : new FixCandidate(FixKind.Remove, Title, root) { NeverRuns = [dead] };
    }

    // The line of the last handler ends where the try ends then, also where a brace shares its line with the next catch.
    private static TryStatementSyntax Without(TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        var left = attempt.WithCatches(attempt.Catches.Remove(handler));
        return handler == attempt.Catches.Last() && attempt.Finally is null
            ? left.WithTrailingTrivia(handler.GetTrailingTrivia())
            : left;
    }

    private static bool IsOfFinding(SwitchLabelSyntax label, ReplyFixContext context) =>
        label is CaseSwitchLabelSyntax { Value: var value }
        && context.ConstantOf(value) is { } code
        && context.Finding.Codes.Contains(code);
}
