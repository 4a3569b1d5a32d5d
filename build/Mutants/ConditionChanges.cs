using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// Conditions that are always true or always false, and operands of <c>&amp;&amp;</c> and <c>||</c> that are left out. A test that sees each of
/// these sees a negation and an exchanged operator, too, so those are not made.
/// </summary>
internal static class ConditionChanges
{
    public static IEnumerable<Change> Of(ExpressionSyntax node, SemanticModel model)
    {
        if (node is ParenthesizedExpressionSyntax or LiteralExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax
            or IsPatternExpressionSyntax { Pattern: VarPatternSyntax }
            || model.GetTypeInfo(node).ConvertedType?.SpecialType != SpecialType.System_Boolean || model.GetConstantValue(node).HasValue)
        {
            yield break;
        }

        var (parent, outer) = (Outside(node).Parent, Outside(node));
        if (parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and)
        {
            if (!node.IsKind(SyntaxKind.LogicalAndExpression))
                yield return True(node, $"{Change.Short(and)}: without {Change.Short(node)}");
        }
        else if (parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or)
        {
            if (!node.IsKind(SyntaxKind.LogicalOrExpression))
                yield return False(node, $"{Change.Short(or)}: without {Change.Short(node)}");
        }
        else if (IsCondition(outer, parent) || (IsValue(outer, parent) && IsComputed(node)))
        {
            yield return False(node, $"{Change.Short(node)} -> false");
            // A loop that never ends is found by any test.
            if (parent is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
                yield return True(node, $"{Change.Short(node)} -> true");
        }
    }

    // What gives variables a value must be seen by the compiler.
    private static Change True(ExpressionSyntax node, string says) =>
        Change.Of(node, says, (now, id) => $"{Switch.Type}.True({id}, {now})").Or((now, id) => $"({Switch.Is(id)} || ({now}))");

    private static Change False(ExpressionSyntax node, string says) =>
        Change.Of(node, says, (now, id) => $"{Switch.Type}.False({id}, {now})").Or((now, id) => $"(!{Switch.Is(id)} && ({now}))");

    // What is put into parentheses or negated is changed with them.
    private static ExpressionSyntax Outside(ExpressionSyntax node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax parenthesized)
            node = parenthesized;
        return node;
    }

    private static bool IsCondition(ExpressionSyntax node, SyntaxNode? parent) => parent switch
    {
        IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or WhenClauseSyntax or CatchFilterClauseSyntax or WhereClauseSyntax => true,
        ForStatementSyntax loop => loop.Condition == node,
        ConditionalExpressionSyntax choice => choice.Condition == node,
        _ => false,
    };

    private static bool IsValue(ExpressionSyntax node, SyntaxNode? parent) => parent switch
    {
        ConditionalExpressionSyntax choice => choice.Condition != node,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or SwitchExpressionArmSyntax or ArgumentSyntax
            or EqualsValueClauseSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == node,
        _ => false,
    };

    private static bool IsComputed(ExpressionSyntax node) => node
        is BinaryExpressionSyntax or IsPatternExpressionSyntax or PrefixUnaryExpressionSyntax or InvocationExpressionSyntax;
}
