using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>What an operation is to the program around it.</summary>
internal static class OperationFacts
{
    /// <summary>
    /// Whether a call, in <paramref name="block"/> of a graph or in none, stands for itself: its result is dropped, awaited,
    /// stored or returned, not an input of something else.
    /// </summary>
    public static bool IsDone(IInvocationOperation call, BasicBlock? block)
    {
        IOperation operation = call;
        while (operation.Parent is IAwaitOperation or IConversionOperation)
            operation = operation.Parent;
        return operation.Parent is null or IExpressionStatementOperation or ISimpleAssignmentOperation or IFlowCaptureOperation
            or IReturnOperation
            || ReferenceEquals(operation, block?.BranchValue);
    }

    /// <summary>
    /// Whether a call sends a message: <see cref="MailSymbols.IsSending"/>, or one that doesn't resolve and is called so.
    /// </summary>
    public static bool IsSending(IOperation call) => call switch
    {
        IInvocationOperation known => MailSymbols.IsSending(known),
        IInvalidOperation { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } unknown } =>
            CallSyntax.MethodName(unknown) is { } name && MailSymbols.IsSendName(name),
        _ => false,
    };

    /// <summary>Whether a call puts something into a collection.</summary>
    public static bool Adds(IInvocationOperation call) =>
        call.TargetMethod.Name is "Add" or "AddAsync" or "TryAdd" or "Enqueue" or "EnqueueAsync" or "Push" or "PushAsync" or "Insert"
            or "InsertAsync";

    /// <summary>Whether a call puts a message into what it is made on, if that is a queue.</summary>
    public static bool Publishes(IInvocationOperation call) =>
        call.TargetMethod.Name is "Send" or "SendAsync" or "SendMessage" or "SendMessageAsync" or "ScheduleMessageAsync" or "Publish"
            or "PublishAsync" or "Produce" or "ProduceAsync" or "Write" or "WriteAsync" or "TryWrite";

    /// <summary>What a call puts something into: <c>mails.Writer</c> is the channel <c>mails</c>.</summary>
    public static IOperation? QueueOf(IInvocationOperation call, Func<IOperation, IOperation> unwrap)
    {
        var receiver = call.Instance is { } instance ? unwrap(instance) : null;
        return receiver is IPropertyReferenceOperation { Property.Name: "Writer", Instance: { } channel } ? unwrap(channel) : receiver;
    }

    /// <summary>
    /// What the author calls the variable or member, or null where it has no name. One of a type that does not resolve is called what the
    /// source calls it.
    /// </summary>
    public static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IEventReferenceOperation raised => raised.Event.Name,
        IInvalidOperation { Syntax: IdentifierNameSyntax { Identifier.ValueText: var name } } => name,
        IInvalidOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name,
        _ => null,
    };

    /// <summary>The variable or member that <paramref name="operation"/> is; null where it is none.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>Whether <paramref name="creation"/> makes the exception that <paramref name="block"/> throws.</summary>
    public static bool IsThrown(IOperation creation, BasicBlock block) =>
        block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw
        && block.BranchValue is { } thrown && thrown.Syntax.Span == creation.Syntax.Span;

    public static bool IsCompared(IOperation operation) =>
        operation.Converted().Parent is IBinaryOperation or IPatternOperation or IPropertySubpatternOperation;
}
