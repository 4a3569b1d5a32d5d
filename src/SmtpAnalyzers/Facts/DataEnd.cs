using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the end of the data in a dialogue (RFC 5321, section 4.1.1.4): a line with nothing but a full stop.</summary>
internal static class DataEnd
{
    /// <summary>Whether <paramref name="node"/> is a text that ends with that line.</summary>
    public static bool Is(SyntaxNode node) => TextOf(node) is { } text
        && (text == "." || (text.TrimEnd('\r', '\n') is var line && (line == "." || line.EndsWith("\n.", StringComparison.Ordinal))));

    /// <summary>Whether such a text stands in <paramref name="code"/>.</summary>
    public static bool IsIn(SyntaxNode? code) => code?.DescendantNodes().Any(Is) == true;

    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax { Contents: var parts } => string.Concat(parts.Select(static part => part switch
        {
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            // {Environment.NewLine}, {CRLF}; of any other hole it's enough that something is there.
            InterpolationSyntax { Expression: var hole } when WordSplitter.OfName(hole.ToString())
                .Any(static word => word is "line" or "newline" or "crlf" or "eol") => "\r\n",
            _ => "x",
        })),
        _ => null,
    };
}
