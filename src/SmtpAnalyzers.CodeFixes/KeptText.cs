using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Text that is nobody's code and that a fix has to keep: comments, directives, code that the symbols leave out.</summary>
internal static class KeptText
{
    /// <summary>The texts in <paramref name="code"/>, each as often as it stands there.</summary>
    /// <param name="code">Some members of a file, or all of it.</param>
    /// <param name="withInactive">Whether code that the symbols of this project leave out is among them.</param>
    public static IReadOnlyList<string> Of(IEnumerable<SyntaxNode> code, bool withInactive) =>
        code.SelectMany(static part => part.DescendantTrivia())
            .Where(trivia => trivia.IsText() && (withInactive || !trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
            .Select(static trivia => trivia.ToFullString().Trim())
            .ToList();

    /// <summary>Whether <paramref name="span"/> lies in code that the symbols of this project leave out: another project sees it.</summary>
    public static bool IsInactive(SyntaxNode root, TextSpan span) =>
        root.FindTrivia(span.Start).IsKind(SyntaxKind.DisabledTextTrivia)
        || (span.Length > 0 && root.FindTrivia(span.End - 1).IsKind(SyntaxKind.DisabledTextTrivia));
}
