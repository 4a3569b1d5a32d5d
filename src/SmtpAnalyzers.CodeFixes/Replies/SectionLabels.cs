using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Takes labels out of the sections of a switch and puts them into others, lines and comments kept. A
/// comment above the first label is the section's.
/// </summary>
internal static class SectionLabels
{
    /// <summary>
    /// The file without <paramref name="label"/>. The only label takes its section along where that does one thing; otherwise null.
    /// </summary>
    public static SyntaxNode? Remove(SyntaxNode root, SwitchLabelSyntax label) => label.Parent switch
    {
        SwitchSectionSyntax { Labels.Count: > 1 } section => root.ReplaceNode(section, Without(section, label, label.GetLeadingTrivia())),
        SwitchSectionSyntax
        {
            Statements: [ThrowStatementSyntax or ReturnStatementSyntax] or [ExpressionStatementSyntax, BreakStatementSyntax],
        } section
            when section.Parent is SwitchStatementSyntax { Sections.Count: > 1 }
                && !section.DescendantTrivia().Any(TriviaExtensions.IsText) =>
            root.RemoveNode(section, SyntaxRemoveOptions.KeepNoTrivia),
        _ => null,
    };

    /// <summary>The file with the labels of two sections exchanged.</summary>
    public static SyntaxNode Swap(SyntaxNode root, SwitchSectionSyntax one, SwitchSectionSyntax other)
    {
        return root.ReplaceNodes(new[] { one, other }, (section, _) => WithLabels(section, (section == one ? other : one).Labels));

        static SwitchSectionSyntax WithLabels(SwitchSectionSyntax section, SyntaxList<SwitchLabelSyntax> labels)
        {
            // The statements begin in the line of the last label, or in the next, as before.
            var (last, trailing) = (labels.Last(), section.Labels.Last().GetTrailingTrivia());
            if (!last.GetTrailingTrivia().HasText() && !trailing.HasText())
                labels = labels.Replace(last, last.WithTrailingTrivia(trailing));
            return section.WithLabels(labels).WithLeadingTrivia(section.GetLeadingTrivia());
        }
    }

    /// <summary>The file with <paramref name="label"/> in <paramref name="target"/>, a section of the same switch.</summary>
    public static SyntaxNode? Move(ReplyFixContext context, SwitchLabelSyntax label, SwitchSectionSyntax target)
    {
        if (label.Parent is not SwitchSectionSyntax source || source.Parent is not SwitchStatementSyntax whole)
            return null;
        if (source.Labels.Count > 1)
        {
            // The comment above goes along.
            var (left, moved) = label == source.Labels[0]
                ? (label, label.WithLeadingTrivia())
                : (label.WithLeadingTrivia(Indentation(label)), label);
            var shortened = Without(source, label, left.GetLeadingTrivia());
            var received = With(target, moved, context.Writer.EndOfLine);
            return context.Root.ReplaceNodes(new[] { source, target }, (section, _) => section == source ? shortened : received);
        }

        var sections = whole.Sections.Replace(target, With(target, label, context.Writer.EndOfLine));
        return context.Root.ReplaceNode(whole, whole.WithSections(sections.RemoveAt(whole.Sections.IndexOf(source))));
    }

    /// <summary>
    /// The section with <paramref name="label"/> after its other labels, or before the one that shares its line with a statement.
    /// </summary>
    public static SwitchSectionSyntax With(SwitchSectionSyntax section, SwitchLabelSyntax label, SyntaxTrivia endOfLine)
    {
        var last = section.Labels.Last();
        var above = Indentation(last).AddRange(label.GetLeadingTrivia().SkipWhile(static trivia => !trivia.IsText()));
        var comment = label.GetTrailingTrivia().Where(static trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var isOnOwnLine = last.GetFirstToken().GetPreviousToken().TrailingTrivia.EndsLine();
        var added = label.WithLeadingTrivia(above)
            .WithTrailingTrivia(label.GetTrailingTrivia().HasText()
                ? comment.Append(endOfLine)
                : [isOnOwnLine ? endOfLine : SyntaxFactory.Space]);
        if (last.GetTrailingTrivia().EndsLine())
            return section.AddLabels(added);
        if (section.Labels.Count > 1)
            return section.WithLabels(section.Labels.Insert(section.Labels.Count - 1, added));
        return section.WithLabels(section.Labels.Replace(last, last.WithLeadingTrivia(Indentation(last)))
            .Insert(0, added.WithLeadingTrivia(last.GetLeadingTrivia().WithoutIndentation().AddRange(above))));
    }

    private static SwitchSectionSyntax Without(SwitchSectionSyntax section, SwitchLabelSyntax label, SyntaxTriviaList left)
    {
        var index = section.Labels.IndexOf(label);
        var labels = section.Labels.RemoveAt(index);
        if (index < labels.Count)
            return section.WithLabels(
                labels.Replace(labels[index], labels[index].WithLeadingTrivia(left.Before(labels[index].GetLeadingTrivia()))));
        var last = labels[index - 1];
        var (before, after) = (last.GetTrailingTrivia(), label.GetTrailingTrivia());
        var keepsLine = before.EndsLine() == after.EndsLine() || before.HasText();
        return section.WithLabels(keepsLine ? labels : labels.Replace(last, last.WithTrailingTrivia(after)));
    }

    private static SyntaxTriviaList Indentation(SyntaxNode label) =>
        SyntaxFactory.TriviaList(label.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
}
