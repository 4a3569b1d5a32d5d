using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>One way to make the code wrong.</summary>
/// <param name="Node">The syntax that changes.</param>
/// <param name="Says">How the change is called in the report.</param>
/// <param name="Apply">The node that behaves as before unless the expression, the second argument, is true.</param>
internal sealed record Change(SyntaxNode Node, string Says, Func<SyntaxNode, string, SyntaxNode> Apply)
{
    /// <summary>Whether the compiler may refuse the change: it leaves a variable without a value, or an arm without a purpose.</summary>
    public bool IsAtRisk { get; init; }

    /// <summary>A change of an expression, given as the text that replaces it.</summary>
    public static Change Of(ExpressionSyntax node, string says, Func<string, string, string> text) => new(
        node, says, (now, active) => Parse(text(now.ToString(), active)))
    {
        IsAtRisk = Declares(node),
    };

    /// <summary>A change of an expression to another text.</summary>
    public static Change To(ExpressionSyntax node, string other) =>
        Of(node, $"{Short(node)} -> {Short(other)}", (now, active) => $"({active} ? {other} : {now})");

    public static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    public static string Short(SyntaxNode node) => Short(node.ToString());

    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : $"{line[..60]} ... {line[^24..]}";
    }

    private static bool Declares(SyntaxNode node) => node.DescendantNodes().Any(static inner => inner is VariableDesignationSyntax);
}
