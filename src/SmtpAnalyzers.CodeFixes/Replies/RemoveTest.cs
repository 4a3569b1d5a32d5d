using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Removes a test that is never true, with what depends on it alone: an alternative, a label, an arm, a handler.</summary>
internal static class RemoveTest
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        // Where another exception carries the reply, nothing is superfluous.
        if (context.Finding.Kind == LeafKind.Handler && !context.Finding.Codes.IsSubsetOf(context.Options.Classes.Positive))
            return null;
        return Without(context) is { } root ? new FixCandidate(FixKind.Remove, "Remove what is never true", root) : null;
    }

    private static SyntaxNode? Without(ReplyFixContext context)
    {
        var root = context.Root;
        if (context.Node is SwitchLabelSyntax { Parent: SwitchSectionSyntax section } first)
            return WithoutLabels(root, section.Labels.Where(label => label == first || IsOfFinding(label, context)).ToList());
        var whole = context.Node;
        while (whole.Parent is { } parent && (parent is ParenthesizedExpressionSyntax or ParenthesizedPatternSyntax or IsPatternExpressionSyntax
            || (parent is ConstantPatternSyntax && parent.Span == whole.Span)))
        {
            whole = parent;
            if (whole.Parent.IsKind(SyntaxKind.OrPattern) || whole.Parent.IsKind(SyntaxKind.LogicalOrExpression))
                break;
        }

        return whole.Parent switch
        {
            { RawKind: (int)SyntaxKind.OrPattern or (int)SyntaxKind.LogicalOrExpression } => SeparatedItems.Remove(root, whole),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { Arms.Count: > 1 } } arm when arm.Pattern == whole =>
                root.RemoveNode(arm, SyntaxRemoveOptions.KeepNoTrivia),
            CatchFilterClauseSyntax { Parent: CatchClauseSyntax { Parent: TryStatementSyntax attempt } handler } when attempt.Catches.Count > 1 || attempt.Finally is not null =>
                root.RemoveNode(handler, SyntaxRemoveOptions.KeepNoTrivia),
            _ => null,
        };
    }

    private static bool IsOfFinding(SwitchLabelSyntax label, ReplyFixContext context) =>
        label is CaseSwitchLabelSyntax { Value: var value } && context.ConstantOf(value) is { } code && context.Finding.Codes.Contains(code);

    private static SyntaxNode? WithoutLabels(SyntaxNode root, IReadOnlyList<SwitchLabelSyntax> labels)
    {
        SyntaxNode? left = root.TrackNodes(labels);
        foreach (var label in labels)
            left = left?.GetCurrentNode(label) is { } current ? SectionLabels.Remove(left, current) : null;
        return left;
    }
}
