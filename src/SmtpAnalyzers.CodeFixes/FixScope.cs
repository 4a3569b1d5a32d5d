using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// The members of a file that a change can make right or wrong: a light bulb looks at these and at no others, however large the file.
/// </summary>
internal static class FixScope
{
    /// <summary>
    /// The members that hold <paramref name="spans"/>, and for a field, property or private method those that name it: its list, policy or
    /// answer is judged where it is used. In source order; the whole file where a span stands in no member.
    /// </summary>
    public static IReadOnlyList<SyntaxNode> Of(SyntaxNode root, IEnumerable<TextSpan> spans, CancellationToken cancellation)
    {
        var members = new SortedDictionary<int, SyntaxNode>();
        foreach (var span in spans)
        {
            if (MemberAt(root, span) is not { } member)
                return [root];
            members[member.SpanStart] = member;
        }

        var names = members.Values.SelectMany(DataNames).ToList();
        if (names.Count == 0)
            return [.. members.Values];
        foreach (var other in AllMembers(root))
        {
            if (!members.ContainsKey(other.SpanStart) && SmtpTextFilter.HasAny(root.SyntaxTree, other.Span, names, cancellation)
                && other.DescendantTokens().Any(token => names.Contains(token.ValueText)))
            {
                members[other.SpanStart] = other;
            }
        }

        return [.. members.Values];
    }

    /// <summary>
    /// The method, field, property or the like around <paramref name="span"/>; null outside of all, and for top-level statements.
    /// </summary>
    public static MemberDeclarationSyntax? MemberAt(SyntaxNode root, TextSpan span)
    {
        if (!root.FullSpan.Contains(span)
            || root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        // An insertion before the first token of a member is none of that member.
        var isInside = member.Span.Contains(span) && !(span.IsEmpty && span.Start == member.SpanStart);
        return isInside && member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)
            ? member
            : null;
    }

    /// <summary>What other code can see of <paramref name="member"/>: all of it but its bodies and values.</summary>
    public static string SignatureOf(SyntaxNode member) => string.Join(" ", member
        .DescendantNodesAndTokens(static node =>
            node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ConstructorInitializerSyntax))
        .Where(static part => part.IsToken && !part.IsKind(SyntaxKind.SemicolonToken))
        .Select(static token => token.AsToken().Text));

    private static IEnumerable<MemberDeclarationSyntax> AllMembers(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));

    private static IEnumerable<string> DataNames(SyntaxNode member) => member switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        MethodDeclarationSyntax method when method.ParameterList.Parameters.Count == 0 || IsHelper(method) =>
            [method.Identifier.ValueText],
        _ => [],
    };

    // What a private method says of a reply, or does with a message, counts where it is called.
    private static bool IsHelper(MethodDeclarationSyntax method) => !method.Modifiers.Any(static modifier =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword
            or SyntaxKind.OverrideKeyword);
}
