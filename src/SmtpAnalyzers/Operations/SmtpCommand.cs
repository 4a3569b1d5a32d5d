using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>The commands of SMTP in the text that a client written by hand sends (RFC 5321 section 4.1.1, RFC 3207, RFC 4954).</summary>
internal static class SmtpCommand
{
    private static readonly string[] WithArgument = ["RCPT TO", "MAIL FROM", "AUTH ", "EHLO ", "HELO ", "VRFY ", "EXPN "];

    private static readonly string[] Alone = ["QUIT", "DATA", "RSET", "NOOP", "STARTTLS"];

    /// <summary>The verb of the command that <paramref name="node"/>, a string literal or the first text of an interpolated string, begins; null where it is none.</summary>
    public static string? Of(SyntaxNode node)
    {
        var text = node switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } part when whole.Contents[0] == part => part.TextToken.ValueText,
            _ => "",
        };
        if (text.Length == 0 || node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent.Parent: InvocationExpressionSyntax })
            return null;
        return WithArgument.FirstOrDefault(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase))?.Split(' ')[0]
            ?? Alone.FirstOrDefault(verb => text.Trim().Equals(verb, StringComparison.OrdinalIgnoreCase));
    }
}
