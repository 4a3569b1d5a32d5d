using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>The ways to write a type at a place of a file, with the using directive that a short name needs.</summary>
internal static class TypeNames
{
    /// <summary>
    /// The file with <paramref name="edit"/> applied to the name of <paramref name="type"/>: the short name where it is known, the short name with a
    /// using, the qualified name.
    /// </summary>
    public static IEnumerable<SyntaxNode> Variants(FixContext context, INamedTypeSymbol type, Func<string, SyntaxNode> edit)
    {
        var known = type.ToMinimalDisplayString(context.Model, context.Node.SpanStart);
        if (known != type.Name && type.ContainingNamespace is { } space
            && WithUsing(edit(type.Name), space.ToDisplayString(), context.Writer.EndOfLine) is { } added)
        {
            yield return added;
        }

        yield return edit(known);
    }

    /// <summary>The file with a using for <paramref name="space"/>, where the order of the others asks for it.</summary>
    public static SyntaxNode? WithUsing(SyntaxNode root, string space, SyntaxTrivia endOfLine)
    {
        var holder = root.DescendantNodesAndSelf(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .FirstOrDefault(static node => Usings(node).Any());
        if (holder is null)
            return null;
        var usings = Usings(holder);
        var plain = usings.Where(IsPlain).ToList();
        if (plain.Any(directive => directive.Name?.ToString() == space))
            return root;
        var next = plain.FirstOrDefault(directive => Compare(directive.Name?.ToString() ?? "", space) > 0);
        var neighbour = next ?? plain.LastOrDefault() ?? usings[0];
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(neighbour.GetTrailingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.EndOfLineTrivia } end ? end : endOfLine);
        // The head of the file stays before its first line.
        if (next is null)
            return root.InsertNodesAfter(neighbour, [directive.WithLeadingTrivia(neighbour.GetLeadingTrivia().Where(static trivia =>
                trivia.IsKind(SyntaxKind.WhitespaceTrivia)))]);
        var head = next.GetLeadingTrivia();
        var indentation = head.Any() && head.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(head.Last()) : default;
        var marked = root.TrackNodes(next);
        marked = marked.ReplaceNode(marked.GetCurrentNode(next)!, marked.GetCurrentNode(next)!.WithLeadingTrivia(indentation));
        return marked.InsertNodesBefore(marked.GetCurrentNode(next)!, [directive.WithLeadingTrivia(head)]);
    }

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => default,
    };

    private static bool IsPlain(UsingDirectiveSyntax directive) => directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);

    // System first, as the editors sort them.
    private static int Compare(string left, string right) => (IsSystem(left), IsSystem(right)) switch
    {
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
