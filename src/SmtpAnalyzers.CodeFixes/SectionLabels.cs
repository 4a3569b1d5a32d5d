using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Takes labels out of the sections of a switch and puts them into others, lines and comments kept.</summary>
internal static class SectionLabels
{
    /// <summary>
    /// The file without <paramref name="label"/>. The only label takes its section along where that does one thing; otherwise null.
    /// </summary>
    public static SyntaxNode? Remove(SyntaxNode root, SwitchLabelSyntax label) => label.Parent switch
    {
        SwitchSectionSyntax { Labels.Count: > 1 } section => root.ReplaceNode(section, Without(section, label)),
        SwitchSectionSyntax { Statements: [ThrowStatementSyntax or ReturnStatementSyntax] or [ExpressionStatementSyntax, BreakStatementSyntax] } section
            when section.Parent is SwitchStatementSyntax { Sections.Count: > 1 } && !section.DescendantTrivia().Any(IsComment) =>
            root.RemoveNode(section, SyntaxRemoveOptions.KeepNoTrivia),
        _ => null,
    };

    /// <summary>The file with the labels of two sections exchanged.</summary>
    public static SyntaxNode Swap(SyntaxNode root, SwitchSectionSyntax one, SwitchSectionSyntax other) =>
        root.ReplaceNodes(new[] { one, other }, (section, _) => section.WithLabels((section == one ? other : one).Labels)
            .WithLeadingTrivia(section.GetLeadingTrivia()));

    /// <summary>The file with <paramref name="label"/> in <paramref name="target"/>, a section of the same switch; null where that would lose a comment.</summary>
    public static SyntaxNode? Move(RepairContext context, SwitchLabelSyntax label, SwitchSectionSyntax target)
    {
        if (label.Parent is not SwitchSectionSyntax source || source.Parent is not SwitchStatementSyntax whole)
            return null;
        var received = With(context, target, label);
        if (source.Labels.Count > 1)
        {
            return context.Root.ReplaceNode(whole, whole.ReplaceNodes(
                new[] { source, target }, (section, _) => section == source ? Without(source, label) : received));
        }

        if (source.Statements.Any(static statement => statement.DescendantTrivia().Any(IsComment)))
            return null;
        var sections = whole.Sections.Replace(target, received);
        return context.Root.ReplaceNode(whole, whole.WithSections(sections.RemoveAt(whole.Sections.IndexOf(source))));
    }

    private static SwitchSectionSyntax Without(SwitchSectionSyntax section, SwitchLabelSyntax label)
    {
        var index = section.Labels.IndexOf(label);
        var labels = section.Labels.RemoveAt(index);
        if (index == 0)
            return section.WithLabels(labels.Replace(labels[0], labels[0].WithLeadingTrivia(label.GetLeadingTrivia())));
        if (index == labels.Count && !EndsLine(labels[index - 1]) && EndsLine(label))
            return section.WithLabels(labels.Replace(labels[index - 1], labels[index - 1].WithTrailingTrivia(label.GetTrailingTrivia())));
        return section.WithLabels(labels);
    }

    private static SwitchSectionSyntax With(RepairContext context, SwitchSectionSyntax section, SwitchLabelSyntax label)
    {
        var first = section.Labels[0];
        var lead = first.GetLeadingTrivia().Any() ? first.GetLeadingTrivia() : label.GetLeadingTrivia();
        var indentation = SyntaxFactory.TriviaList(lead.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        var trailing = label.GetTrailingTrivia().Any(IsComment)
            ? SyntaxFactory.TriviaList(label.GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Append(context.Style.EndOfLine))
            : SyntaxFactory.TriviaList(context.Style.EndOfLine);
        var moved = label.WithLeadingTrivia(lead).WithTrailingTrivia(trailing);
        return section.WithLabels(section.Labels.Replace(first, first.WithLeadingTrivia(indentation)).Insert(0, moved));
    }

    private static bool EndsLine(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
