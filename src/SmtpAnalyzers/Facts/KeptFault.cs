using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>A fault that a handler only keeps in a <c>bool</c>: what stands below the <c>try</c> decides by it.</summary>
/// <param name="file">The file.</param>
/// <param name="handler">The handler.</param>
internal sealed class KeptFault(MailFile file, CatchClauseSyntax handler)
{
    /// <summary>
    /// What runs below <paramref name="attempt"/> after the handler and not after a success: the branch of an <c>if</c>, or a returned
    /// value, with the statement that it is in. Null where the handler keeps nothing, or something decides beside it.
    /// </summary>
    public (SyntaxNode Code, StatementSyntax Statement)? DecidedBelow(TryStatementSyntax attempt)
    {
        var below = StatementsBelow(attempt).ToList();
        return below.Count == 0 ? null
            : (from kept in Flags() let code = Code(below, kept) where code is not null select code).FirstOrDefault();
    }

    /// <summary>The statements of the same block below <paramref name="attempt"/>, up to the first that may leave it.</summary>
    public static IEnumerable<StatementSyntax> StatementsBelow(TryStatementSyntax attempt)
    {
        foreach (var statement in StatementLists.After(attempt))
        {
            yield return statement;
            if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax))
                break;
        }
    }

    // failed = true; as a statement of the handler itself.
    private IEnumerable<(ILocalSymbol Flag, bool Value)> Flags() =>
        from statement in handler.Block.Statements.OfType<ExpressionStatementSyntax>()
        let assignment = statement.Expression as AssignmentExpressionSyntax
        where assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }
            && assignment.Right.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression
        let flag = file.SymbolOf(assignment.Left) as ILocalSymbol
        where flag is { Type.SpecialType: SpecialType.System_Boolean } && !IsWrittenAfter(flag)
        select (flag, assignment.Right.IsKind(SyntaxKind.TrueLiteralExpression));

    private bool IsWrittenAfter(ILocalSymbol flag) => file.Values.References.To(flag).Any(use =>
        use.Syntax.SpanStart > handler.Span.End && use.Parent is IAssignmentOperation assignment && assignment.Target == use);

    private (SyntaxNode, StatementSyntax)? Code(List<StatementSyntax> below, (ILocalSymbol Flag, bool Value) kept)
    {
        switch (below[below.Count - 1])
        {
            case IfStatementSyntax branch when Asks(branch.Condition, kept.Flag) is { } asked:
                SyntaxNode? code = asked == kept.Value ? branch.Statement
                    : branch.Else?.Statement ?? (branch.GetLastToken().GetNextToken().Parent as ReturnStatementSyntax);
                return code is null ? null : (code, code as ReturnStatementSyntax ?? (StatementSyntax)branch);
            case ReturnStatementSyntax { Expression: { } value } exit
                when value.DescendantNodesAndSelf().OfType<ConditionalExpressionSyntax>().FirstOrDefault() is { } choice
                    && Asks(choice.Condition, kept.Flag) is { } asked:
                return (asked == kept.Value ? choice.WhenTrue : choice.WhenFalse, exit);
            // The value itself, where that is false: what a filter answers.
            case ReturnStatementSyntax { Expression: { } value } exit
                when Asks(OfTask(value), kept.Flag) is { } asked && asked != kept.Value:
                return (value, exit);
            default:
                return null;
        }
    }

    // Task.FromResult(known)
    private static ExpressionSyntax OfTask(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { ArgumentList.Arguments: [var result] } call && CallSyntax.MethodName(call) == "FromResult"
            ? result.Expression : value;

    // The value of the flag for which the condition holds: failed, !saved, saved == false.
    private bool? Asks(ExpressionSyntax condition, ILocalSymbol flag) => (
        from name in condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == flag.Name && SymbolEqualityComparer.Default.Equals(file.SymbolOf(name), flag)
        select BoolSyntax.Says(condition, name)).FirstOrDefault(static says => says is not null);
}
