using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Reads what a call says of the mail: by the name of its method, by the list, queue or event that it is made on, by what a broker's client
/// is known for, or because it has the method around it run again later.
/// </summary>
/// <param name="vocabulary">The words.</param>
/// <param name="mail">The types.</param>
/// <param name="body">The body whose graph the calls are of; null for those that are not taken from a graph.</param>
internal sealed class CallOutcomes(Vocabulary vocabulary, MailSymbols mail, FunctionBody? body = null)
{
    /// <summary>What a call says, in words for a message, and the type among whose other outcomes it is to be read.</summary>
    public readonly record struct Reading(Outcome Outcome, string What, ISymbol? Subject = null);

    public Reading Of(IInvocationOperation call, BasicBlock? block = null)
    {
        if (!OperationFacts.IsDone(call, block) || IsPredicate(call))
            return default;
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Receiver(call) is { } raised ? Named(AsRaised(raised), $"'{raised}'") : default;
        if (BrokerCalls.Of(call) is var known and not Outcome.None)
            return new(known, $"'{method.Name}'");
        if (Requeues(call))
            return new(Outcome.Retry, Requeued);
        var adds = OperationFacts.Adds(call) || (OperationFacts.Publishes(call) && method.ContainingType.Name == "ChannelWriter");
        if (CallKinds.IsFramework(method.ContainingType) && !adds && !method.Name.StartsWith("Remove", StringComparison.Ordinal))
            return default;
        if (vocabulary.OfName(AsRaised(method.Name)) is var named and not Outcome.None)
            return new(named, $"'{method.Name}'", SubjectOf(method));
        if (SchedulesItself(call))
            return new(Outcome.Retry, $"'{method.Name}' runs it again");
        if (method.Name is "Remove" or "RemoveAll" or "RemoveAsync"
            && Receiver(call) is { } listed && WordSplitter.OfName(listed).Any(ContextWords.Subscription.Contains))
        {
            return new(Outcome.GiveUp, $"removed from '{listed}'");
        }

        if (adds && Receiver(call) is { } list)
            return Named(list, $"added to '{list}'");
        return Published(call);
    }

    /// <summary>What a call says that hands the message back to its queue.</summary>
    public const string Requeued = "the message is requeued";

    /// <summary>Whether <paramref name="call"/>, which may not resolve, does that.</summary>
    public static bool Requeues(IOperation call) => call.Syntax is InvocationExpressionSyntax syntax
        && BrokerCalls.IsRequeue(CallSyntax.MethodName(syntax), syntax.ArgumentList.Arguments);

    private Reading Published(IInvocationOperation call)
    {
        if (mail.IsClient(call))
            return default;
        foreach (var (_, text, name) in BrokerCalls.TargetsOf(call))
        {
            if (Named(name, $"sent to \"{text}\"") is { Outcome: not Outcome.None } published)
                return published;
        }

        return OperationFacts.Publishes(call) && Receiver(call) is { } queue && AsQueue(queue) is { } purpose
            ? Named(purpose, $"sent to '{queue}'")
            : default;
    }

    // retryQueue, deadLetterSender: what it is for stands before what it is. A name such as _ has no words.
    private static string? AsQueue(string name) => WordSplitter.OfName(name) is [.., var last] words && ContextWords.Queue.Contains(last)
        ? last is "queue" or "dlq" ? name : string.Join("_", words.Take(words.Length - 1))
        : null;

    private Reading Named(string name, string what) =>
        vocabulary.OfName(name) is var outcome and not Outcome.None ? new(outcome, what) : default;

    private string? Receiver(IInvocationOperation call) =>
        OperationFacts.QueueOf(call, Unwrap) is { } receiver ? OperationFacts.NameOf(receiver) : null;

    private IOperation Unwrap(IOperation operation) => body is null ? operation : body.Writes.Unwrap(operation);

    // OnDelivered raises the event Delivered; onDelivered is the callback for it.
    private static string AsRaised(string name) =>
        name.Length > 2 && char.IsUpper(name[2]) && name.StartsWith("on", StringComparison.OrdinalIgnoreCase) ? name.Substring(2) : name;

    private bool IsPredicate(IInvocationOperation call) =>
        BoolTypes.IsBool(call.Type) && vocabulary.PredicateClass(call.TargetMethod.Name) is not null;

    // A factory of results, a method that marks: MarkFailed beside MarkForRetry.
    private static INamedTypeSymbol? SubjectOf(IMethodSymbol method) =>
        method.IsStatic || WordSplitter.OfName(method.Name) is ["mark" or "set" or "move", ..] ? method.ContainingType : null;

    // BackgroundJob.Schedule(() => Send(id), delay) in Send itself.
    private bool SchedulesItself(IInvocationOperation call) =>
        body?.Method is { MethodKind: MethodKind.Ordinary } around
        && body.Writes.Model is { } model
        && WordSplitter.OfName(call.TargetMethod.Name) is [var verb, ..] && verb is "schedule" or "enqueue" or "defer" or "delay"
        && call.Syntax.DescendantNodes().OfType<LambdaExpressionSyntax>()
            .SelectMany(static lambda => lambda.DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(scheduled => CallSyntax.MethodName(scheduled) == around.Name
                && model.GetSymbolInfo(scheduled).Symbol is IMethodSymbol { ContainingType: var owner }
                && (SymbolEqualityComparer.Default.Equals(owner, around.ContainingType)
                    || around.ContainingType.AllInterfaces.Contains(owner, SymbolEqualityComparer.Default)));
}
