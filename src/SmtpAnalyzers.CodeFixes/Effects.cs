using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// What a piece of code does to the world, in order: calls, objects made, assignments, counts, throws. A fix may change which codes come
/// there, not what is done there.
/// </summary>
internal static class Effects
{
    /// <summary>How a throw is named.</summary>
    public const string Throw = "throw";

    // These only look: a fix may replace one test by another.
    private static readonly ImmutableHashSet<string> Tests = ImmutableHashSet.Create(
        "nameof", "Contains", "ContainsKey", "StartsWith", "EndsWith", "Equals", "ReferenceEquals", "IndexOf", "LastIndexOf", "IsMatch",
        "IsDefined", "IsNullOrEmpty", "IsNullOrWhiteSpace", "ToString", "ToInt32", "ToLower", "ToLowerInvariant", "ToUpper",
        "ToUpperInvariant", "Trim", "TrimStart", "TrimEnd", "Substring", "Parse", "Compare", "CompareTo", "ConfigureAwait", "GetType",
        "Any", "All", "Exists");

    /// <summary>The effects of <paramref name="code"/> in source order, without those inside <paramref name="except"/>.</summary>
    public static IEnumerable<string> Of(SyntaxNode code, IReadOnlyCollection<TextSpan> except)
    {
        foreach (var node in code.DescendantNodesAndSelf(node => !except.Contains(node.Span)))
        {
            if (!except.Contains(node.Span) && NameOf(node) is { } name)
                yield return name;
        }
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is not { } name ? "()" : Tests.Contains(name) ? null : name,
        ObjectCreationExpressionSyntax creation => $"new {creation.Type}",
        ImplicitObjectCreationExpressionSyntax => "new",
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment =>
            $"{assignment.Left} {assignment.OperatorToken.Text}",
        PostfixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression,
        } count => count.ToString(),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } count =>
            count.ToString(),
        ThrowStatementSyntax or ThrowExpressionSyntax => Throw,
        YieldStatementSyntax => "yield",
        _ => null,
    };
}
