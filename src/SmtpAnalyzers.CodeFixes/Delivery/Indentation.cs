using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Writes statements into a file as deep as those beside them.</summary>
internal sealed class Indentation(CodeWriter style, CSharpParseOptions options)
{
    /// <summary>The space before a statement on its line.</summary>
    public static string Of(SyntaxNode node) =>
        node.GetLeadingTrivia() is [.., var last] && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";

    /// <summary>One step deeper than <paramref name="indentation"/>.</summary>
    public static string Deeper(string indentation) => indentation + (indentation.IndexOf('\t') >= 0 ? "\t" : "    ");

    /// <summary>A statement of these lines at <paramref name="indentation"/>, each line indented as it is here.</summary>
    public StatementSyntax Statement(string indentation, params string[] lines)
    {
        var end = style.EndOfLine.ToString();
        var text = string.Concat(lines.Select(line => line.Length == 0 ? end : indentation + line + end));
        return SyntaxFactory.ParseStatement(text, options: options);
    }
}
