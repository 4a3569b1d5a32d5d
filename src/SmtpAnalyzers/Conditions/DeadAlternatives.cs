using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// The largest conditions that dead tests make up: <c>a || b</c> and <c>x or y</c> where all alternatives are dead. What is known of a part
/// is kept, since a chain of thousands of alternatives is as deep.
/// </summary>
internal sealed class DeadAlternatives(ICollection<SyntaxNode> dead)
{
    private readonly Dictionary<SyntaxNode, bool> _isDead = [];
    private readonly Dictionary<SyntaxNode, SyntaxNode> _whole = [];

    /// <summary>The largest dead condition around <paramref name="test"/>, a dead test, or the test itself.</summary>
    public SyntaxNode Around(SyntaxNode test)
    {
        var passed = new List<SyntaxNode>();
        SyntaxNode? whole;
        while (!_whole.TryGetValue(test, out whole))
        {
            passed.Add(test);
            if (test.Parent is not { } parent || Left(parent) is null || !IsDead(parent))
            {
                whole = test;
                break;
            }

            test = parent;
        }

        foreach (var part in passed)
            _whole[part] = whole;
        return whole;
    }

    private bool IsDead(SyntaxNode condition)
    {
        var spine = new Stack<SyntaxNode>();
        bool isDead;
        while (!_isDead.TryGetValue(condition, out isDead))
        {
            if (Left(condition) is not { } left)
            {
                isDead = dead.Contains(condition);
                break;
            }

            spine.Push(condition);
            condition = left;
        }

        while (spine.Count > 0)
        {
            var outer = spine.Pop();
            _isDead[outer] = isDead = isDead && (Right(outer) is not { } right || IsDead(right));
        }

        return isDead;
    }

    private static SyntaxNode? Left(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => or.Left,
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or => or.Left,
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
        ParenthesizedPatternSyntax parenthesized => parenthesized.Pattern,
        _ => null,
    };

    private static SyntaxNode? Right(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax or => or.Right,
        BinaryPatternSyntax or => or.Right,
        _ => null,
    };
}
