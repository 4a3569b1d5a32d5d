using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpAnalyzers.CodeFixes;

internal static class TriviaExtensions
{
    /// <summary>Whether anything but space stands there: a comment, or a directive.</summary>
    public static bool HasText(this SyntaxTriviaList trivia) => trivia.Any(static one => one.IsText());

    public static bool IsText(this SyntaxTrivia trivia) => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);

    public static bool EndsLine(this SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The trivia before a token without its indentation.</summary>
    public static SyntaxTriviaList WithoutIndentation(this SyntaxTriviaList trivia) =>
        trivia.Any() && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.RemoveAt(trivia.Count - 1) : trivia;

    /// <summary>What stood before something that is gone, and the comments before what follows it.</summary>
    public static SyntaxTriviaList Before(this SyntaxTriviaList gone, SyntaxTriviaList next) =>
        next.HasText() ? gone.WithoutIndentation().AddRange(next) : gone;
}
