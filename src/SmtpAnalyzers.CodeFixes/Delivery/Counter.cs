using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>A variable that goes up by one with every attempt.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">What it is after the first attempt, at the position that was asked about.</param>
internal sealed record Counter(string Name, int First)
{
    /// <summary>How often it was tried, as an expression.</summary>
    public string Attempts => First switch
    {
        1 => Name,
        < 1 => $"({Name} + {1 - First})",
        _ => $"({Name} - {First - 1})",
    };

    /// <summary>
    /// The counter that is at hand at <paramref name="position"/> in <paramref name="handler"/> or between it and the next attempt; null
    /// where there is none.
    /// </summary>
    public static Counter? At(FixContext context, FailureHandler handler, int position)
    {
        if (handler.Loop is null)
            return null;
        foreach (var variable in FailureHandler.Own<VariableDeclaratorSyntax>(handler.Function))
        {
            if (variable.SpanStart < handler.Attempt.SpanStart
                && context.Model.GetDeclaredSymbol(variable) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } local
                && variable.Initializer is { Value: var value } && context.Model.GetConstantValue(value).Value is int start
                && Steps(context, handler, variable, local, position) is { } steps)
            {
                return new Counter(variable.Identifier.Text, start + steps);
            }
        }

        return null;
    }

    // How often it has gone up at the position during the first attempt; null where it does not go up once in every attempt.
    private static int? Steps(
        FixContext context, FailureHandler handler, VariableDeclaratorSyntax variable, ILocalSymbol local, int position)
    {
        var isOfLoop = variable.Parent?.Parent == handler.Loop;
        if (!isOfLoop && (variable.Ancestors().Contains(handler.Loop!) || !IsInScope(variable, handler)))
            return null;
        var writes = FailureHandler.Own<SyntaxNode>(handler.Function).Where(node => IsWrite(node) is { } target
            && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(target).Symbol, local)).ToList();
        if (writes is not [var increment] || !IsIncrement(increment))
            return null;
        if (handler.Loop is ForStatementSyntax loop && loop.Incrementors.Any(one => one == increment))
            return 0;
        return !IsInEveryAttempt(increment, handler) ? null : increment.SpanStart < position ? 1 : 0;
    }

    // The try may stand in a function of its own inside of the loop's: that is not looked for.
    private static bool IsInScope(SyntaxNode variable, FailureHandler handler) =>
        variable.FirstAncestorOrSelf<BlockSyntax>() is not { } block || block.Span.Contains(handler.Loop!.Span);

    private static ExpressionSyntax? IsWrite(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } unary =>
            unary.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression
            or (int)SyntaxKind.PostDecrementExpression } unary => unary.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
        _ => null,
    };

    private static bool IsIncrement(SyntaxNode node) =>
        node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression
        || (node is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { Token.ValueText: "1" } }
            && node.IsKind(SyntaxKind.AddAssignmentExpression));

    // In the head of the loop or the filter, or a statement of the loop, of the handler, or of the try before its send.
    private static bool IsInEveryAttempt(SyntaxNode increment, FailureHandler handler)
    {
        if (handler.Clause.Filter?.FilterExpression is { } filter && filter.Span.Contains(increment.Span))
            return IsEvaluated(filter);
        var condition = handler.Loop switch
        {
            WhileStatementSyntax loop => loop.Condition,
            ForStatementSyntax loop => loop.Condition,
            _ => null,
        };
        if (condition?.Span.Contains(increment.Span) == true)
            return IsEvaluated(condition);
        if (increment.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement)
            return false;
        if (block == handler.Attempt.Block)
            return !block.Statements.TakeWhile(one => one != statement).Any(Throws);
        return block == handler.Clause.Block || block == handler.LoopBody;
    }

    // All of a condition that has turned out true was evaluated.
    private static bool IsEvaluated(ExpressionSyntax condition) => !condition.DescendantNodesAndSelf().Any(static node =>
        node.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.ConditionalExpression or SyntaxKind.CoalesceExpression);

    private static bool Throws(StatementSyntax statement) =>
        statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => CallSyntax.MethodName(call) is not null);
}
