using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>One way to make the code wrong.</summary>
/// <param name="Node">The syntax that changes.</param>
/// <param name="Says">How the change is called in the report.</param>
/// <param name="Apply">The node that behaves as before unless the change with the id, the second argument, is active.</param>
internal sealed record Change(SyntaxNode Node, string Says, Func<SyntaxNode, string, SyntaxNode> Apply)
{
    /// <summary>Whether the compiler may refuse the change: it leaves a variable without a value, or an arm without a purpose.</summary>
    public bool IsAtRisk { get; init; }

    /// <summary>The same change in a form that the compiler takes where it refuses the first.</summary>
    public Change? Otherwise { get; init; }

    /// <summary>A change of an expression, given as the text that replaces it.</summary>
    public static Change Of(ExpressionSyntax node, string says, Func<string, string, string> text) => new(
        node, says, (now, active) => Parse(text(now.ToString(), active)))
    {
        IsAtRisk = Declares(node),
    };

    /// <summary>A change of an expression to another text.</summary>
    public static Change To(ExpressionSyntax node, string other)
    {
        var says = $"{Short(node)} -> {Short(other)}";
        var plain = (string now, string id) => $"({Switch.Is(id)} ? {other} : {now})";
        return CanBeAskedTwice(node)
            ? Of(node, says, (now, id) => $"{Switch.Type}.Pick({id}, {now}, {other})").Or(plain)
            : Of(node, says, plain);
    }

    /// <summary>The same change, or else that by <paramref name="text"/>.</summary>
    public Change Or(Func<string, string, string> text) => this with
    {
        IsAtRisk = true,
        Otherwise = Of((ExpressionSyntax)Node, Says, text),
    };

    /// <summary>Whether both forms of an expression can be computed, to see whether they differ: nothing is called, so nothing happens.</summary>
    public static bool CanBeAskedTwice(SyntaxNode node) => !node.DescendantNodesAndSelf().Any(static inner => inner
        is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax
        or LiteralExpressionSyntax { Parent: not BinaryExpressionSyntax and not PatternSyntax } or VariableDesignationSyntax
        or CollectionExpressionSyntax);

    public static ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text);

    public static string Short(SyntaxNode node) => Short(node.ToString());

    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : $"{line[..60]} ... {line[^24..]}";
    }

    /// <summary>Whether an expression gives variables a value.</summary>
    public static bool Declares(SyntaxNode node) => node.DescendantNodes().Any(static inner =>
        inner is VariableDesignationSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword });
}
