using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Replacements and removals that belong together: all are made, or none.</summary>
internal sealed class Edits
{
    private readonly List<(SyntaxNode Node, SyntaxNode Replacement)> _replaced = [];
    private readonly List<SyntaxNode> _removed = [];
    private readonly List<SyntaxNode> _dropped = [];

    /// <summary>Puts <paramref name="replacement"/> in the location of <paramref name="node"/>.</summary>
    public void Replace(SyntaxNode node, SyntaxNode replacement) => _replaced.Add((node, replacement.WithTriviaFrom(node)));

    /// <summary>Removes <paramref name="item"/> from its list.</summary>
    public void Remove(SyntaxNode item) => _removed.Add(item);

    /// <summary>Removes the field, property or local that <paramref name="declaration"/> declares, which nothing uses any more.</summary>
    public void Drop(SyntaxNode declaration)
    {
        if (declaration.FirstAncestorOrSelf<SyntaxNode>(static node =>
            node is MemberDeclarationSyntax or LocalDeclarationStatementSyntax) is { } whole)
            _dropped.Add(whole);
    }

    /// <summary>Leaves all declarations where they are.</summary>
    public void KeepDeclarations() => _dropped.Clear();

    /// <summary>What has been dropped.</summary>
    public IReadOnlyCollection<SyntaxNode> Dropped => _dropped;

    /// <summary>The file after all edits; null where a comment would be lost, or an item is the only one of its list.</summary>
    public SyntaxNode? ApplyTo(SyntaxNode root)
    {
        if (_replaced.Count == 0 || _replaced.Any(one => HasInnerText(one.Node)))
            return null;
        // The removal of a member is edited as text: a comparison of trees would take some neighbours for the removed member.
        if (_removed.Count == 0 && _dropped.Any(static node => node is MemberDeclarationSyntax))
            return ApplyToText(root);
        SyntaxNode? edited = root.TrackNodes(_replaced.Select(static one => one.Node).Concat(_removed).Concat(_dropped));
        foreach (var item in _removed)
            edited = edited?.GetCurrentNode(item) is not { } current ? null
                : current is SwitchLabelSyntax label ? SectionLabels.Remove(edited, label)
                    : SeparatedItems.Remove(edited, current, isWholeLine: true);
        foreach (var (node, replacement) in _replaced)
            edited = edited?.GetCurrentNode(node) is { } current ? edited.ReplaceNode(current, replacement.WithTriviaFrom(current)) : null;
        foreach (var declaration in _dropped)
            edited = edited?.GetCurrentNode(declaration) is { } current ? Without(edited, current) : null;
        return edited;
    }

    private SyntaxNode? ApplyToText(SyntaxNode root)
    {
        if (_dropped.Any(static node => node.DescendantTrivia().Any(TriviaExtensions.IsText)))
            return null;
        var changes = _replaced.Select(static one =>
            new TextChange(one.Node.Span, one.Replacement.ToString())).Concat(_dropped.Select(static node =>
            new TextChange(ExtentOf(node), "")));
        var (tree, text) = (root.SyntaxTree, root.SyntaxTree.GetText());
        return tree.WithChangedText(text.WithChanges(changes.OrderBy(static change => change.Span.Start))).GetRoot();
    }

    // Up to what follows, and the comments above that.
    private static TextSpan ExtentOf(SyntaxNode declaration)
    {
        if (declaration.Parent?.ChildNodes().SkipWhile(node => node != declaration).Skip(1).FirstOrDefault() is not { } next)
            return declaration.FullSpan;
        var comments = next.GetLeadingTrivia().Where(TriviaExtensions.IsText).Select(static trivia => trivia.SpanStart);
        return TextSpan.FromBounds(declaration.SpanStart, comments.Append(next.SpanStart).First());
    }

    // The next sibling takes over the comments and white space before the removed declaration.
    private static SyntaxNode? Without(SyntaxNode root, SyntaxNode declaration)
    {
        if (declaration.DescendantTrivia().Any(TriviaExtensions.IsText))
            return null;
        var siblings = declaration.Parent?.ChildNodes().ToList() ?? [];
        var next = siblings.SkipWhile(node => node != declaration).Skip(1).FirstOrDefault();
        if (next is null)
            return root.RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia);
        root = root.TrackNodes(declaration, next);
        if (root.GetCurrentNode(next) is not { } following)
            return null;
        root = root.ReplaceNode(following,
            following.WithLeadingTrivia(declaration.GetLeadingTrivia().Before(following.GetLeadingTrivia())));
        return root.GetCurrentNode(declaration) is { } current ? root.RemoveNode(current, SyntaxRemoveOptions.KeepNoTrivia) : null;
    }

    // A comment at one of several items says something of that item.
    private bool HasInnerText(SyntaxNode node)
    {
        var (first, last) = (node.GetFirstToken(), node.GetLastToken());
        return node.DescendantTrivia().Any(trivia => trivia.IsText() && trivia.Token != first && trivia.Token != last)
            || (first != last && (first.TrailingTrivia.HasText() || last.LeadingTrivia.HasText()))
            || (_removed.Count > 0 && (SeparatedItems.HasComment(node) || (node is SwitchLabelSyntax && last.TrailingTrivia.HasText())));
    }
}
