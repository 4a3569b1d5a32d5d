using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Code that never runs after a fix.</summary>
internal static class DeadCode
{
    /// <summary>
    /// Whether nothing is lost with <paramref name="code"/>: it throws, returns, writes to the console. Somebody may rely on a call to the
    /// program's own code, or on what is written to a field: that belongs into a handler.
    /// </summary>
    public static bool CanGo(FixContext context, SyntaxNode code) => code.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        InvocationExpressionSyntax call => context.Model.GetSymbolInfo(call, context.Cancellation).Symbol is
            IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method
            && CallKinds.IsFramework(method.ContainingType) && !method.Name.StartsWith("Send", StringComparison.Ordinal),
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => IsLocal(context, assignment.Left),
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } count =>
            IsLocal(context, count.Operand),
        PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } count =>
            IsLocal(context, count.Operand),
        AwaitExpressionSyntax or YieldStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax => false,
        _ => true,
    });

    private static bool IsLocal(FixContext context, ExpressionSyntax target) =>
        context.Model.GetSymbolInfo(target, context.Cancellation).Symbol is ILocalSymbol;
}
