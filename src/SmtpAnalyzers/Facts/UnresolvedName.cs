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
                CallSyntax.MethodName(call) is { } name && !CallKinds.IsReport(Receiver(call), name) ? name : null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type, Name: var factory } }
            when IsResult(operation) && char.IsUpper(type.Identifier.ValueText.FirstOrDefault()) => factory.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether <paramref name="operation"/> is a call to a log, as one of its arguments is not known.</summary>
    public static bool IsLog(IInvalidOperation operation) => operation.Syntax is InvocationExpressionSyntax call
        && CallSyntax.MethodName(call) is { } name && CallKinds.IsLog(Receiver(call), name);

    /// <summary>
    /// The type that declares the method which <paramref name="operation"/> calls, where an argument leaves open which of its overloads;
    /// null for any other operation.
    /// </summary>
    public static INamedTypeSymbol? CalledOn(IInvalidOperation operation) => operation.Syntax is InvocationExpressionSyntax call
        && operation.SemanticModel?.GetSymbolInfo(call).CandidateSymbols is [{ ContainingType: var type }, ..] ? type : null;

    /// <summary>
    /// Whether <paramref name="operation"/> does nothing of its own to the mail: it reads a member, converts, logs, makes an object or the
    /// answer that is returned, or calls one of several methods that <paramref name="isKnown"/> knows, as an argument leaves open which.
    /// </summary>
    public static bool IsHarmless(IInvalidOperation operation, Func<IMethodSymbol, bool> isKnown) => operation.Syntax switch
    {
        InvocationExpressionSyntax call => CallSyntax.MethodName(call) is { } name
            && (CallKinds.IsReport(Receiver(call), name)
                || name is "ToArray" or "ToString" or "ToList"
                || (call.Parent is ReturnStatementSyntax && !MailSymbols.IsSendName(name))
                || (operation.SemanticModel?.GetSymbolInfo(call).CandidateSymbols is { IsDefaultOrEmpty: false } all
                    && all.All(one => one is IMethodSymbol method && isKnown(method)))),
        BaseObjectCreationExpressionSyntax => true,
        // Of what is called, the call is judged.
        MemberAccessExpressionSyntax or SimpleNameSyntax => true,
        _ => false,
    };

    // Logger, _log, this.logger
    private static string Receiver(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsResult(IOperation operation) => operation.Converted().Parent switch
    {
        null or IReturnOperation or ISimpleAssignmentOperation or IFlowCaptureOperation => true,
        // return Result.Failed(Reason.InvalidRecipient)
        IArgumentOperation { Parent: { } made } => IsResult(made),
        IInvalidOperation { Syntax: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } made => IsResult(made),
        _ => false,
    };
}
