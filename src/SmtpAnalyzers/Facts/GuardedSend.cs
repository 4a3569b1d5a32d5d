using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>A try that sends a message.</summary>
internal sealed class GuardedSend
{
    private readonly Dictionary<ITypeSymbol, SendFailureFlow> _fates = new(SymbolEqualityComparer.Default);
    private readonly SendSites _deliveries;
    private ITypeSymbol[]? _replyExceptions;

    private GuardedSend(
        SendSites deliveries, FunctionBody body, ControlFlowRegion region, TryStatementSyntax syntax,
        IReadOnlyList<IOperation> sends) =>
        (_deliveries, Body, Region, Syntax, Sends) = (deliveries, body, region, syntax, sends);

    public FunctionBody Body { get; }

    /// <summary>The region of the try and its handlers.</summary>
    public ControlFlowRegion Region { get; }

    public TryStatementSyntax Syntax { get; }

    /// <summary>The calls in the try that send: of a library's client, or of a method that does, whether it resolves or not.</summary>
    public IReadOnlyList<IOperation> Sends { get; }

    /// <summary>The library's clients that the try visibly sends with; empty where only names say that it sends.</summary>
    public IEnumerable<IInvocationOperation> ClientSends => Sends.Select(_deliveries.SendBehind).OfType<IInvocationOperation>();

    /// <summary>The exceptions with a reply that can come out of the try: those of its clients, or those that it catches.</summary>
    public IReadOnlyList<ITypeSymbol> ReplyExceptions => _replyExceptions ??= FindReplyExceptions();

    private ITypeSymbol[] FindReplyExceptions()
    {
        var ofClients = ClientSends.Select(_deliveries.Mail.ReplyExceptionOf).OfType<ITypeSymbol>().ToList();
        if (ofClients.Count == 0 && !CatchesReplies(Region, _deliveries))
            ofClients.AddRange(Sends.Select(_deliveries.HandedTo).OfType<ITypeSymbol>());
        return (ofClients.Count > 0
            ? ofClients
            : Region.Handlers().Select(static handler => handler.ExceptionType).Where(_deliveries.Mail.IsReplyException))
            .OfType<ITypeSymbol>()
            .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            .ToArray();
    }

    /// <summary>The try of <paramref name="region"/> where it sends, else null.</summary>
    public static GuardedSend? Of(FunctionBody body, ControlFlowRegion region, SendSites deliveries)
    {
        var catchesReplies = CatchesReplies(region, deliveries);
        var sends = body.CallsThrowingTo(region)
            .Where(call => deliveries.SendBehind(call) is not null
                || deliveries.HandedTo(call) is not null
                || (catchesReplies && body.Sends(call)))
            .ToList();
        return sends.Count > 0 && CallSyntax.TriesAround(sends[0].Syntax).FirstOrDefault() is { } syntax
            && syntax.Catches.Count == region.NestedRegions.Length - 1
            ? new GuardedSend(deliveries, body, region, syntax, sends)
            : null;
    }

    private static bool CatchesReplies(ControlFlowRegion region, SendSites deliveries) =>
        region.Handlers().Any(handler => deliveries.Mail.IsReplyException(handler.ExceptionType));

    /// <summary>What becomes of the message when <paramref name="exception"/> is thrown by a send.</summary>
    public SendFailureFlow After(ITypeSymbol exception)
    {
        if (!_fates.TryGetValue(exception, out var fate))
            _fates[exception] = fate = new SendFailureFlow(this, Handle(exception));
        return fate;
    }

    /// <summary>Whether a handler of the try may catch <paramref name="exception"/>, by its type.</summary>
    public bool MayCatch(ITypeSymbol exception) => Region.MayCatch(exception);

    /// <summary>Whether <paramref name="lost"/>, the exception of a lost connection, can come out of a send.</summary>
    public bool MayLose(ITypeSymbol lost) => ReplyExceptions.Any(refusal => _deliveries.Mail.Exceptions.LetsOut(lost, refusal));

    public CatchClauseSyntax ClauseOf(ControlFlowRegion handler) => Syntax.Catches[Region.NestedRegions.IndexOf(handler) - 1];

    /// <summary>Where a finding about a handler is reported: on what it catches.</summary>
    public static Location LocationOf(CatchClauseSyntax clause) => clause.Declaration?.GetLocation() ?? clause.CatchKeyword.GetLocation();

    private ReplyCodeAnalysis Handle(ITypeSymbol exception)
    {
        var (place, type) = ExceptionPlace.Of(new AccessPath.Variable(Region), exception, _deliveries.Mail);
        return _deliveries.File.Analyses(Body).FirstOrDefault(analysis => analysis.Reply.Equals(place))
            ?? new ReplyCodeAnalysis(Body, place, type, _deliveries.File.Cancellation);
    }
}
