using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

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
            if (BoolSyntax.Around(whole) is var (around, isSame) && !HasEffects(around, besides: whole))
            {
                (whole, value) = (around, value == isSame);
                continue;
            }

            if (whole.Parent is not BinaryExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression,
                } both)
            {
                return new SettledTest(whole, value, null, before);
            }

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
        }
    }

    public static bool HasEffects(SyntaxNode node) => Effects.Of(node, []).Any();

    private static bool HasEffects(SyntaxNode whole, SyntaxNode besides) => Effects.Of(whole, [besides.Span]).Any();

    // !Count(): what can stand alone.
    private static ExpressionSyntax? Statement(ExpressionSyntax operand) => operand switch
    {
        ParenthesizedExpressionSyntax parenthesized => Statement(parenthesized.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Statement(not.Operand),
        InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax => operand,
        _ => null,
    };
}
