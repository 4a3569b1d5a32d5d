using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Text that is nobody's code and that a fix has to keep: comments, directives, code that the symbols leave out.</summary>
internal static class KeptText
{
    /// <summary>The texts in <paramref name="code"/>, sorted, each as often as it stands there.</summary>
    public static List<string> Of(SyntaxNode code)
    {
        var texts = code.DescendantTrivia().Where(TriviaExtensions.IsText).Select(static trivia => trivia.ToFullString().Trim()).ToList();
        texts.Sort(StringComparer.Ordinal);
        return texts;
    }
}
