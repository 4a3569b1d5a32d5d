using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>The habits of a file that inserted code follows.</summary>
internal sealed class CodeStyle(SyntaxNode root)
{
    /// <summary>What stands between a cast and its operand: nothing, or a space.</summary>
    public string AfterCast { get; } =
        root.DescendantNodes().OfType<CastExpressionSyntax>().Any(static cast => cast.CloseParenToken.TrailingTrivia.Any(SyntaxKind.WhitespaceTrivia)) ? " " : "";

    /// <summary>The line ending of the file.</summary>
    public SyntaxTrivia EndOfLine { get; } =
        root.DescendantTrivia().Append(SyntaxFactory.LineFeed).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
