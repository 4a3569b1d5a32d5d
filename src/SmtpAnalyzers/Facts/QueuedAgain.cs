using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes that a handler puts the mail whose sending has failed into a queue: a method called Queue or Enqueue, or the writer of a
/// channel, is given what the try has sent. Into which queue mail goes at first says nothing, and a queue for something else is none.
/// </summary>
internal sealed class QueuedAgain(FunctionBody body, AccessPath reply)
{
    public const string Phrase = "the message is queued again";

    private HashSet<ISymbol>? _sent;

    /// <summary>Whether <paramref name="call"/>, which stands in <paramref name="block"/>, does that.</summary>
    public bool Is(IInvocationOperation call, BasicBlock block) =>
        Method(call) is { } method
        && reply.Root.Identity is ControlFlowRegion tryAndCatch && tryAndCatch.Handlers().Any(handler => handler.Contains(block))
        && method.Concat(Receiver(call)).ToList() is var names && names.All(ContextWords.MailQueue.Contains)
        && names.Concat(call.Arguments.SelectMany(static argument => WordsOf(argument.Value))).Any(ContextWords.Mail.Contains)
        && body.Values.GivenTo(call).SelectMany(Variables).Any((_sent ??= Sent(tryAndCatch)).Contains);

    // The words of the method; null where it puts nothing into a queue.
    private IEnumerable<string>? Method(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method is { Name: "WriteAsync" or "TryWrite", ContainingType.Name: "ChannelWriter" })
            return IsReadHere(call) ? [] : null;
        return method.Name.IndexOf("queue", StringComparison.OrdinalIgnoreCase) is 0 or 2 or 5
            && WordSplitter.OfName(method.Name) is ["queue" or "enqueue", ..] or ["try", "enqueue", ..]
                ? WordSplitter.OfName(method.Name).Where(static word => word != "try") : null;
    }

    // Into the channel that this file reads: what else a channel is for, its name may not tell.
    private bool IsReadHere(IInvocationOperation call) => Target(call) is IMemberReferenceOperation { Member: var channel }
        && body.Values.References.To(channel).Any(static use => use.Parent is IPropertyReferenceOperation { Property.Name: "Reader" });

    // m_mailQueue, mailChannel.Writer
    private IEnumerable<string> Receiver(IInvocationOperation call) =>
        Target(call) is { } receiver && OperationFacts.NameOf(receiver) is { } name
            ? WordSplitter.OfName(name).Where(static word => word.Length > 1)
            : [];

    private IOperation? Target(IInvocationOperation call) => OperationFacts.QueueOf(call, body.Writes.Unwrap);

    private static ImmutableArray<string> WordsOf(IOperation value) => WordSplitter.OfName(value.Unconverted().Type?.Name ?? "");

    private HashSet<ISymbol> Sent(ControlFlowRegion tryAndCatch) => new(
        body.CallsThrowingTo(tryAndCatch).Where(body.Sends).SelectMany(body.Values.GivenTo).SelectMany(Variables),
        SymbolEqualityComparer.Default);

    // Of a copy, message with { Attempt = 2 }, what it is a copy of.
    private IEnumerable<ISymbol> Variables(IOperation given) =>
        given.DescendantsAndSelf().Concat(body.Values.SourcesOf(given).OfType<IWithOperation>()
            .SelectMany(static copy => copy.Operand.DescendantsAndSelf())).Select(static part => part switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Field: var field } when WordSplitter.OfName(field.Name).Any(ContextWords.Mail.Contains) => field,
            _ => (ISymbol?)null,
        }).OfType<ISymbol>().Where(static variable => variable is not (ILocalSymbol { Type.Name: nameof(CancellationToken) }
            or IParameterSymbol { Type.Name: nameof(CancellationToken) }));
}
