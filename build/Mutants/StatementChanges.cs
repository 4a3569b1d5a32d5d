using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// Statements that are left out. Of those that leave a method or go on with a loop only those are, since the conditions around them are
/// never true in another change.
/// </summary>
internal static class StatementChanges
{
    public static IEnumerable<Change> Of(SyntaxNode node)
    {
        var isLeftOut = node switch
        {
            // What can't go wrong by itself: a check that the stack suffices, a cancellation.
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } =>
                !call.ToString().Contains("EnsureSufficientExecutionStack", StringComparison.Ordinal)
                && !call.ToString().Contains("ThrowIfCancellationRequested", StringComparison.Ordinal),
            ExpressionStatementSyntax or CommonForEachStatementSyntax or YieldStatementSyntax => true,
            ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax { Expression: null } =>
                !(node.Parent is IfStatementSyntax || node.Parent is BlockSyntax { Parent: IfStatementSyntax })
                    && node.Parent is not SwitchSectionSyntax,
            _ => false,
        };
        if (isLeftOut)
        {
            yield return new(node, $"without {Change.Short(node)}", static (now, id) =>
                SyntaxFactory.ParseStatement($"{{ if (!{Switch.Is(id)}) {{ {now} }} }}"))
            { IsAtRisk = true };
        }
    }
}
