using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>The ways to write a type at a place of a file, with the using directive that a short name needs.</summary>
internal static class TypeNames
{
    /// <summary>
    /// The file as <paramref name="write"/> changes it with the name of <paramref name="type"/>: the short name if it is known,
    /// the short name with a using, the qualified name.
    /// </summary>
    public static IEnumerable<SyntaxNode> Variants(EditContext context, INamedTypeSymbol type, Func<TextEdits, string, bool> write)
    {
        var known = context.NameOf(type, context.Node.SpanStart);
        if (known != type.Name && type.ContainingNamespace is { } space
            && UsingFor(context.Root, space.ToDisplayString(), context.Writer.NewLine) is { } change)
        {
            var edits = new TextEdits(context);
            if (change.NewText!.Length > 0)
                edits.Replace(change.Span, change.NewText);
            if (write(edits, type.Name))
                yield return edits.Root;
        }

        var plain = new TextEdits(context);
        if (write(plain, known))
            yield return plain.Root;
    }

    /// <summary>The file with a using for <paramref name="space"/>, in the order of the others; null if there are no others.</summary>
    public static SyntaxNode? WithUsing(SyntaxNode root, string space, SyntaxTrivia endOfLine) =>
        UsingFor(root, space, endOfLine.ToString()) is { } change
            ? root.SyntaxTree.WithChangedText(root.SyntaxTree.GetText().WithChanges(change)).GetRoot()
            : null;

    /// <summary>The line to insert for <see cref="WithUsing"/>; empty where it is there already.</summary>
    public static TextChange? UsingFor(SyntaxNode root, string space, string newLine)
    {
        var holder = root.DescendantNodesAndSelf(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .FirstOrDefault(static node => Usings(node).Any());
        if (holder is null)
            return null;
        var usings = Usings(holder);
        var plain = usings.Where(IsPlain).ToList();
        if (plain.Any(directive => directive.Name?.ToString() == space))
            return new TextChange(default, "");
        var next = plain.FirstOrDefault(directive => Compare(directive.Name?.ToString() ?? "", space) > 0);
        var neighbour = next ?? plain.LastOrDefault() ?? usings[0];
        var text = root.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(neighbour.SpanStart);
        var end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) is { Length: > 0 } own ? own : newLine;
        var directive = $"{CodeWriter.Indentation(neighbour)}using {space};{end}";
        // The head of the file, which belongs to its first line, stays before that.
        if (next is not null)
            return new TextChange(new TextSpan(line.Start, 0), directive);
        return line.EndIncludingLineBreak > line.End
            ? new TextChange(new TextSpan(line.EndIncludingLineBreak, 0), directive)
            : new TextChange(new TextSpan(line.End, 0), end + directive.Substring(0, directive.Length - end.Length));
    }

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => default,
    };

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);

    // System first, as the editors sort them.
    private static int Compare(string left, string right) => (IsSystem(left), IsSystem(right)) switch
    {
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
