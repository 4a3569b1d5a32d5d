using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>The largest expression around a test whose value is known, once that is known.</summary>
/// <param name="Whole">That expression.</param>
/// <param name="Value">Its value; null where another operand is left to decide.</param>
/// <param name="Rest">The operand that is left.</param>
/// <param name="Before">What has to run before it, since it was run as part of the expression.</param>
internal sealed record SettledTest(ExpressionSyntax Whole, bool? Value, ExpressionSyntax? Rest, IReadOnlyList<ExpressionSyntax> Before)
{
    /// <summary>Null where an operand that does something would run no more, or more often than before.</summary>
    /// <param name="test">The test.</param>
    /// <param name="value">Its value.</param>
    /// <param name="send">What the test does besides; null where it only looks.</param>
    public static SettledTest? Of(ExpressionSyntax test, bool value, ExpressionSyntax? send)
    {
        var (whole, before) = (test, send is null ? new List<ExpressionSyntax>() : [send]);
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    whole = parenthesized;
                    continue;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    (whole, value) = (not, !value);
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                    when Literal(comparison.Left == whole ? comparison.Right : comparison.Left) is { } literal:
                    (whole, value) = (comparison, value == literal == comparison.IsKind(SyntaxKind.EqualsExpression));
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
                    when coalesce.Left == whole && !HasEffects(coalesce.Right):
                    whole = coalesce;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                    var settles = both.IsKind(SyntaxKind.LogicalOrExpression) == value;
                    var isLeft = both.Left == whole;
                    // The left operand says whether the test is run at all.
                    if (!isLeft && before.Count > 0)
                        return null;
                    if (!settles)
                        return new SettledTest(both, null, isLeft ? both.Right : both.Left, before);
                    if (HasEffects(isLeft ? both.Right : both.Left))
                    {
                        if (isLeft || Statement(both.Left) is not { } statement)
                            return null;
                        before.Add(statement);
                    }

                    whole = both;
                    continue;
                default:
                    return new SettledTest(whole, value, null, before);
            }
        }
    }

    public static bool HasEffects(SyntaxNode node) => Effects.Of(node, []).Any();

    // !Count(): what can stand alone.
    private static ExpressionSyntax? Statement(ExpressionSyntax operand) => operand switch
    {
        ParenthesizedExpressionSyntax parenthesized => Statement(parenthesized.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Statement(not.Operand),
        InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax => operand,
        _ => null,
    };

    private static bool? Literal(ExpressionSyntax expression) => expression.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => true,
        SyntaxKind.FalseLiteralExpression => false,
        _ => null,
    };
}
