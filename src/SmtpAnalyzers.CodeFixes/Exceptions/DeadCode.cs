using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Outcomes;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Code that never runs after a fix.</summary>
internal static class DeadCode
{
    /// <summary>
    /// Whether nothing is lost with <paramref name="code"/>: it throws, returns, writes to the console. A call to the program's own code, and what it
    /// writes to fields, may be what somebody relies on, and belongs into a handler.
    /// </summary>
    public static bool CanGo(FixContext context, SyntaxNode code) => code.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        InvocationExpressionSyntax call => context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is IMethodSymbol method
            && !method.Name.StartsWith("Send", StringComparison.Ordinal) && method.MethodKind != MethodKind.DelegateInvoke && Shape.IsFramework(method.ContainingType),
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => IsLocal(context, assignment.Left),
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } count => IsLocal(context, count.Operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } count => IsLocal(context, count.Operand),
        AwaitExpressionSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax => false,
        _ => true,
    });

    private static bool IsLocal(FixContext context, ExpressionSyntax target) => context.Model.GetSymbolInfo(target, context.Cancellation).Symbol is ILocalSymbol;
}
