using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>A search for an element by comparison: <c>codes.Any(c => c == code)</c>, <c>codes.Exists(c => code.Equals(c))</c>.</summary>
internal static class ElementSearch
{
    /// <summary>What the elements are compared with; null where the predicate asks anything else.</summary>
    public static IOperation? ValueOf(IInvocationOperation call, SemanticModel model)
    {
        if (call.Arguments.Length == 0
            || call.Arguments[call.Arguments.Length - 1].Syntax is not ArgumentSyntax
            {
                Expression: SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var element, ExpressionBody: { } body },
            })
        {
            return null;
        }

        var (one, other) = body switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => (equal.Left, equal.Right),
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var left },
                ArgumentList.Arguments: [{ Expression: var right }],
            }
                when IsSameType(left, right, model) => (left, right),
            _ => default((ExpressionSyntax?, ExpressionSyntax?)),
        };
        var value = IsElement(one, element) ? other : IsElement(other, element) ? one : null;
        return value is null || value.DescendantNodesAndSelf().Any(part => IsElement(part, element)) ? null : model.GetOperation(value);
    }

    // An int equals no enum.
    private static bool IsSameType(ExpressionSyntax one, ExpressionSyntax other, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(one).Type, model.GetTypeInfo(other).Type);

    // (int)c is the element as a number.
    private static bool IsElement(SyntaxNode? expression, string element) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == element,
        CastExpressionSyntax cast => IsElement(cast.Expression, element),
        ParenthesizedExpressionSyntax parenthesized => IsElement(parenthesized.Expression, element),
        _ => false,
    };
}
