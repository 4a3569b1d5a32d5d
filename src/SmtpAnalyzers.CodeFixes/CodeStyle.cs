using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;

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

    /// <summary>Whether relational and <c>and</c>/<c>or</c> patterns can be written: C# 9.</summary>
    public bool HasPatterns { get; } = (root.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion >= LanguageVersion.CSharp9;

    /// <summary>The test whether <paramref name="number"/>, a reply code as a number, is of a class.</summary>
    public string ClassTest(string number, ReplyClass replyClass) =>
        HasPatterns ? $"{number} is >= {(int)replyClass}00 and < {(int)replyClass + 1}00" : $"{number} / 100 == {(int)replyClass}";
}
