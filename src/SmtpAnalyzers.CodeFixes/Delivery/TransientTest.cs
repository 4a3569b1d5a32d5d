using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Writes the test for a 4yz reply as the file's version of C# and its spacing want it.</summary>
internal sealed class TransientTest(FixContext context)
{
    public CSharpParseOptions Options { get; } = (CSharpParseOptions)context.Root.SyntaxTree.Options;

    public bool HasPatterns => Options.LanguageVersion >= LanguageVersion.CSharp9;

    /// <summary>Whether the reply code <paramref name="code"/> is of the 4yz class.</summary>
    public string OfCode(string code) =>
        HasPatterns ? $"(int){context.Writer.AfterCast}{code} is >= 400 and < 500" : $"(int){context.Writer.AfterCast}{code} / 100 == 4";

    /// <summary>
    /// Whether the exception <paramref name="variable"/> is worth another try: no reply of
    /// <paramref name="exception"/>, or one of the 4yz class.
    /// </summary>
    public string OfAny(string variable, string exception, string refused) =>
        (HasPatterns ? $"{variable} is not {exception} {refused}" : $"!({variable} is {exception} {refused})")
        + $" || {OfCode($"{refused}.StatusCode")}";

    /// <summary>A pattern for a 4yz reply in an <paramref name="exception"/>; from C# 9.</summary>
    public string Pattern(string exception, string statusCode) =>
        $"{exception} {{ StatusCode: >= ({statusCode}){context.Writer.AfterCast}400 and < ({statusCode}){context.Writer.AfterCast}500 }}";

    public ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text, options: Options);
}
