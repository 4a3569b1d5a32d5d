using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>Bool expressions by their syntax: what the value of a part says of the whole.</summary>
internal static class BoolSyntax
{
    /// <summary>
    /// The expression around <paramref name="part"/> that has the same value or the opposite one: in parentheses, awaited, behind
    /// <c>?.</c>, negated, compared with a constant. Null where something else decides, too.
    /// </summary>
    public static (ExpressionSyntax Whole, bool IsSame)? Around(ExpressionSyntax part) => part.Parent switch
    {
        ParenthesizedExpressionSyntax or AwaitExpressionSyntax => ((ExpressionSyntax)part.Parent, true),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax call } =>
            (call, true),
        ConditionalAccessExpressionSyntax access when access.WhenNotNull == part => (access, true),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Left == part => (coalesce, true),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => (not, false),
        BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Left: var left, Right: var right,
        } compared when (left == part ? right : left) is LiteralExpressionSyntax { Token.Value: bool value } =>
            (compared, value == compared.IsKind(SyntaxKind.EqualsExpression)),
        _ => null,
    };

    /// <summary>
    /// Whether <paramref name="condition"/> is true just where <paramref name="part"/> of it is (true) or is not (false); null where
    /// something else decides, too.
    /// </summary>
    public static bool? Says(SyntaxNode condition, ExpressionSyntax part)
    {
        var says = true;
        // A node and the only one in it stand for each other: x and the argument x.
        while (part != condition && part.Span != condition.Span)
        {
            if (Around(part) is not var (whole, isSame))
                return null;
            (part, says) = (whole, says == isSame);
        }

        return says;
    }

    /// <summary>
    /// Whether <paramref name="position"/>, the result of a search that is compared, is true where it finds (true) or where it does not
    /// (false): <c>text.IndexOf("250") == 0</c>; null where it says something else.
    /// </summary>
    public static bool? IsFound(BinaryExpressionSyntax position, SemanticModel model) =>
        (position.Kind(), model.GetConstantValue(position.Right).Value) switch
        {
            (SyntaxKind.EqualsExpression or SyntaxKind.GreaterThanOrEqualExpression, 0)
                or (SyntaxKind.NotEqualsExpression or SyntaxKind.GreaterThanExpression, -1) => true,
            (SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression, 0) or (SyntaxKind.EqualsExpression, -1) => false,
            _ => null,
        };
}
