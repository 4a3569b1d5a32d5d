using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>The sends of a file: which calls send, which tries hold them, which retry policies may run them.</summary>
internal sealed class SendSites(MailFile file)
{
    // A helper of a helper of a helper is as far as anybody follows.
    private const int Depth = 3;

    // Everybody asks about the same functions, and a function of many calls is asked about from each of them.
    private readonly Dictionary<(FunctionBody, CallSought, int), IInvocationOperation?> _inside = [];
    private FunctionSends? _functions;
    private SendersElsewhere? _elsewhere;
    private IReadOnlyList<GuardedSend>? _attempts;
    private IReadOnlyList<RetryPolicy>? _policies;
    private PolicyReading? _policyReading;
    private IReadOnlyList<RetryHandler>? _repetitions;

    public MailFile File => file;

    public MailSymbols Mail => file.Mail;

    /// <summary>The tries that send, each once.</summary>
    public IReadOnlyList<GuardedSend> Guarded => _attempts ??= (
        from body in file.Bodies
        from region in body.Tries()
        let attempt = GuardedSend.Of(body, region, this)
        where attempt is not null
        select attempt).ToList();

    /// <summary>The handlers that may send again what a reply, or a lost connection, has failed.</summary>
    public IReadOnlyList<RetryHandler> RetryHandlers => _repetitions ??= (
        from attempt in Guarded
        from exception in attempt.ReplyExceptions.Concat(Mail.ClosingExceptions).Where(attempt.MayCatch)
        let fate = attempt.After(exception)
        where fate.Resends.Count > 0
        from handler in attempt.Region.Handlers()
        where !fate.Caught(handler).IsEmpty
        select new RetryHandler(attempt, handler, fate)).ToList();

    /// <summary>The retry policies of Polly.</summary>
    public IReadOnlyList<RetryPolicy> Policies => _policies ??= RetryPolicyFinder.In(file).ToList();

    /// <summary>What these policies do with replies.</summary>
    public PolicyReading PolicyReading => _policyReading ??= new PolicyReading(this);

    /// <summary>
    /// The call of a library's client by which <paramref name="call"/> sends: itself, or one in a method of this file that it calls and
    /// that lets the client's exceptions out. Null where it does not visibly send.
    /// </summary>
    public IInvocationOperation? SendBehind(IOperation call) =>
        call is IInvocationOperation known ? Behind(known, CallSought.Send, Depth) : null;

    /// <summary>The same for a call that opens or authenticates a connection.</summary>
    public IInvocationOperation? ConnectBehind(IInvocationOperation call) => Behind(call, CallSought.Connect, Depth);

    /// <summary>
    /// Whether nothing but one library's client, or a sender that is handed the message, is called in <paramref name="attempt"/> up to the
    /// send. What fails behind it, an acknowledgement or a note, fails for mail that is out.
    /// </summary>
    public bool IsNothingElseBefore(GuardedSend attempt)
    {
        var calls = file.CallsOf(attempt.Syntax.Block);
        var sent = attempt.Sends.Max(static send => send.Syntax.Span.End);
        return !calls.HasOtherProtocol
            && calls.OpaqueCalls.Where(opaque => opaque.Site.SpanStart < sent).All(opaque => IsOfLibraryAlone(opaque.Call));
    }

    private bool IsOfLibraryAlone(IInvocationOperation? call) => call is not null
        && (SendBehind(call) is null ? HandedTo(call) is not null
            : FunctionsOf(call) is { Count: > 0 } functions && functions.All(function => function is not null
                && file.CallsOf(function.Graph.OriginalOperation.Syntax).SoleLibrary != MailLibrary.None));

    /// <summary>The function that <paramref name="call"/> runs, by its name or as a delegate, where it stands in this file.</summary>
    public FunctionBody? FunctionOf(IInvocationOperation call) =>
        file.Values.FunctionOf(call) is { } function ? file.BodyOf(function) : null;

    /// <summary>The functions that <paramref name="call"/> may run; null for each that stands in another file.</summary>
    public IReadOnlyList<FunctionBody?> FunctionsOf(IInvocationOperation call) =>
        file.Values.FunctionsOf(call).Select(file.BodyOf).ToList();

    /// <inheritdoc cref="FunctionSends.SentBy"/>
    public IReadOnlyList<IOperation>? SentBy(IInvocationOperation call) => (_functions ??= new FunctionSends(this)).SentBy(call);

    /// <summary>
    /// The exception in which a reply comes out of <paramref name="call"/>, which hands a library's message to a sender that stands in
    /// another file, by itself or by a function of this file that does, or calls a sender that this project declares elsewhere; null where
    /// it doesn't.
    /// </summary>
    public ITypeSymbol? HandedTo(IOperation call) => call is not IInvocationOperation known ? null
        : Mail.ReplyExceptionOfHanded(known) is { } exception
            ? Behind(known, CallSought.Hand, Depth) is not null || SendBehind(known) is not null ? exception : null
            : Behind(known, CallSought.Elsewhere, Depth) is { } sender ? OfElsewhere(sender) : null;

    private ITypeSymbol? OfElsewhere(IInvocationOperation call) => (_elsewhere ??= new SendersElsewhere(file)).ReplyExceptionOf(call);

    private IInvocationOperation? Behind(IInvocationOperation call, CallSought sought, int depth)
    {
        if (sought switch
        {
            CallSought.Send => Mail.IsClientSend(call),
            CallSought.Connect => Mail.IsConnecting(call),
            CallSought.Elsewhere => OfElsewhere(call) is not null,
            _ => Mail.ReplyExceptionOfHanded(call) is not null && FunctionsOf(call).All(static function => function is null),
        })
        {
            return call;
        }

        // A helper that retries what it is given may be given several: one that sends is enough.
        return depth == 0 ? null : FunctionsOf(call).OfType<FunctionBody>()
            .Select(function => Inside(function, sought, depth))
            .FirstOrDefault(static behind => behind is not null);
    }

    private IInvocationOperation? Inside(FunctionBody function, CallSought sought, int depth)
    {
        if (!_inside.TryGetValue((function, sought, depth), out var found))
        {
            _inside[(function, sought, depth)] = found = function.UnguardedCalls
                .Select(inner => Behind(inner, sought, depth - 1))
                .FirstOrDefault(static behind => behind is not null);
        }

        return found;
    }

    private enum CallSought
    {
        Send,
        Connect,
        Hand,
        Elsewhere,
    }
}
