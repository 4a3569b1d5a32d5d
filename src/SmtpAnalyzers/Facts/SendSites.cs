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
    public IInvocationOperation? SendBehind(IInvocationOperation call) => Behind(call, Mail.IsClientSend, Depth);

    /// <summary>The same for a call that opens or authenticates a connection.</summary>
    public IInvocationOperation? ConnectBehind(IInvocationOperation call) => Behind(call, Mail.IsConnecting, Depth);

    /// <summary>The body of <paramref name="method"/>, where it stands in this file.</summary>
    public FunctionBody? BodyOf(IMethodSymbol method) => file.BodyOf(method);

    private IInvocationOperation? Behind(IInvocationOperation call, Func<IInvocationOperation, bool> isSought, int depth)
    {
        if (isSought(call))
            return call;
        if (depth == 0 || BodyOf(call.TargetMethod) is not { } body)
            return null;
        return body.UnguardedCalls
            .Select(inner => Behind(inner, isSought, depth - 1))
            .FirstOrDefault(static found => found is not null);
    }
}
