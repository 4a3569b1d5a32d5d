using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// The name of what the compiler does not know, as the package that has it is not restored: it still says what its author means.
/// </summary>
internal static class UnresolvedName
{
    /// <summary>
    /// The member of an unknown type that is returned or assigned, called or not, the unknown type that is made, the unknown method that is
    /// called; null for anything else.
    /// </summary>
    public static string? Of(IOperation operation) => operation.Syntax switch
    {
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax, Name.Identifier.ValueText: var name }
            when IsResult(operation) => name,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var name } } => name,
        InvocationExpressionSyntax call
            when call.Parent is ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } =>
                CallSyntax.MethodName(call),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type, Name: var factory } }
            when IsResult(operation) && char.IsUpper(type.Identifier.ValueText.FirstOrDefault()) => factory.Identifier.ValueText,
        _ => null,
    };

    private static bool IsResult(IOperation operation) =>
        operation.Converted().Parent is null or IReturnOperation or ISimpleAssignmentOperation or IFlowCaptureOperation;
}
