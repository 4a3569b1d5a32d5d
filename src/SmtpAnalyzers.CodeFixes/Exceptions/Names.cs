using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Names for inserted code.</summary>
internal static class Names
{
    /// <summary>The first of <paramref name="names"/> that stands nowhere in the member of the finding; the last with a number where all do.</summary>
    public static string Free(FixContext context, params string[] names)
    {
        var member = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } found and not (BaseTypeDeclarationSyntax or GlobalStatementSyntax)
            ? found
            : context.Root;
        var taken = new HashSet<string>(
            member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        return names.FirstOrDefault(name => !taken.Contains(name))
            ?? Enumerable.Range(2, taken.Count + 1).Select(number => names[names.Length - 1] + number).FirstOrDefault(name => !taken.Contains(name)) ?? names[0];
    }
}
