using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Reads what a retry policy does with replies: which it handles, and whether it runs a send.</summary>
internal sealed class PolicyReading(SendSites deliveries)
{
    // A policy is asked about once for each exception that it handles.
    private readonly Dictionary<RetryPolicy, (ITypeSymbol? Sent, bool OnlyConnects)> _runs = [];
    private ILookup<TextSpan, FunctionBody>? _lambdas;

    /// <summary>
    /// The exception with a reply, every one of which <paramref name="handled"/> takes without a look at the code; null where it
    /// looks, or where nothing says that mail is sent.
    /// </summary>
    public ITypeSymbol? RepliesHandled(RetryPolicy policy, HandledException handled)
    {
        if (handled.IsDecidedElsewhere || OnlyConnects(policy))
            return null;
        var sent = VisiblySends(policy);
        if (NamedBy(handled) is { } named)
            return (sent is null || !AreUnrelated(sent, named)) && TakesAll(handled, named) ? named : null;
        // .Handle<SmtpException>(..).Or<Exception>() is for mail, whatever it runs.
        var refusal = sent ?? policy.Handled.Select(NamedBy).FirstOrDefault(static one => one is not null);
        return refusal is not null && (handled.Type is null || MailSymbols.Derives(refusal, handled.Type)) && TakesAll(handled, refusal)
            ? refusal
            : null;
    }

    /// <summary>
    /// The exception of a lost connection that <paramref name="handled"/> names and the client of <paramref name="policy"/> lets out; null
    /// where there is none, or nothing says that mail is sent.
    /// </summary>
    public ITypeSymbol? LossHandled(RetryPolicy policy, HandledException handled) =>
        Named(handled, deliveries.Mail.ClosingExceptions) is { } lost
        && (lost.Name == "SmtpProtocolException"
            || (Concerns(policy) && deliveries.Mail.Exceptions.LetsOut(lost, VisiblySends(policy)
                ?? policy.Handled.Select(static one => one.Type).FirstOrDefault(deliveries.Mail.IsReplyException))))
            ? lost
            : null;

    /// <summary>Whether <paramref name="policy"/> has to do with mail: by what it handles, or by what it visibly runs.</summary>
    public bool Concerns(RetryPolicy policy) => !OnlyConnects(policy)
        && (VisiblySends(policy) is not null
            || policy.Handled.Any(handled => NamesReplies(handled) || handled.Type is { Name: "SmtpProtocolException" }));

    /// <summary>
    /// Which of <paramref name="exceptions"/> is retried as <paramref name="handled"/> names it: by its type, or in a predicate that says
    /// yes to it; else null.
    /// </summary>
    public ITypeSymbol? Named(HandledException handled, IEnumerable<ITypeSymbol> exceptions) => exceptions.FirstOrDefault(exception =>
        SymbolEqualityComparer.Default.Equals(exception, handled.Type)
        || (handled.Predicate is { } predicate
            && TypeTests.In(predicate, static _ => true).Any(asked => SymbolEqualityComparer.Default.Equals(
                deliveries.File.Model.GetSymbolInfo(asked, deliveries.File.Cancellation).Symbol, exception))
            && !Taken(handled, exception).IsEmpty));

    public bool NamesReplies(HandledException handled) => NamedBy(handled) is not null;

    /// <summary>Whether <paramref name="policy"/> retries mail that was refused with one of <paramref name="codes"/>.</summary>
    public bool Retries(RetryPolicy policy, ReplyCodeSet codes)
    {
        if (!Concerns(policy))
            return false;
        if (policy.Handled.Count == 0)
            return true;
        var sent = VisiblySends(policy);
        return policy.Handled
            .Any(handled =>
                (NamedBy(handled) ?? (handled.Type is null || (sent is not null && MailSymbols.Derives(sent, handled.Type)) ? sent : null))
                    is { } exception
                && (handled.IsDecidedElsewhere || handled.Predicate is null || Taken(handled, exception).Overlaps(codes)));
    }

    /// <summary>The exception in which the client that <paramref name="policy"/> visibly sends with reports replies, or null.</summary>
    public ITypeSymbol? VisiblySends(RetryPolicy policy) => RunsOf(policy).Sent;

    private bool OnlyConnects(RetryPolicy policy) => RunsOf(policy).OnlyConnects;

    private (ITypeSymbol? Sent, bool OnlyConnects) RunsOf(RetryPolicy policy)
    {
        if (!_runs.TryGetValue(policy, out var runs))
        {
            var calls = Calls(policy).ToList();
            var sends = calls.Select(deliveries.SendBehind).OfType<IInvocationOperation>().ToList();
            _runs[policy] = runs = (
                sends.Select(deliveries.Mail.ReplyExceptionOf).Concat(calls.Select(deliveries.HandedTo))
                    .FirstOrDefault(static exception => exception is not null),
                sends.Count == 0 && !calls.Any(MailSymbols.IsSending) && calls.Any(call => deliveries.ConnectBehind(call) is not null));
        }

        return runs;
    }

    private IEnumerable<IInvocationOperation> Calls(RetryPolicy policy) => policy.Runs
        .SelectMany(static run => run.DescendantNodes())
        .OfType<InvocationExpressionSyntax>()
        .Select(call => deliveries.File.Model.GetOperation(call, deliveries.File.Cancellation))
        .OfType<IInvocationOperation>();

    // Its own type, or a type that its lambda speaks of.
    private ITypeSymbol? NamedBy(HandledException handled)
    {
        if (IsOfReplies(handled.Type))
            return handled.Type;
        return handled.Predicate?.Body.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Select(name => deliveries.File.Model.GetSymbolInfo(name).Symbol as ITypeSymbol)
            .FirstOrDefault(deliveries.Mail.IsReplyException);
    }

    private bool IsOfReplies(ITypeSymbol? type) => deliveries.Mail.IsReplyException(type);

    // No exception of one library comes out of the other's client.
    private static bool AreUnrelated(ITypeSymbol one, ITypeSymbol other) =>
        !MailSymbols.Derives(one, other) && !MailSymbols.Derives(other, one);

    private bool TakesAll(HandledException handled, ITypeSymbol exception) =>
        handled.Predicate is null || ReplyCodeSet.Refusals.IsSubsetOf(Taken(handled, exception));

    // The codes for which the lambda says yes, whatever else it looks at.
    private ReplyCodeSet Taken(HandledException handled, ITypeSymbol exception)
    {
        if (handled.Predicate is not { } lambda)
            return ReplyCodeSet.All;
        _lambdas ??= deliveries.File.Bodies
            .Where(static one => one.Method?.DeclaringSyntaxReferences.Length == 1)
            .ToLookup(static one => one.Method!.DeclaringSyntaxReferences[0].Span);
        var body = _lambdas[lambda.Span].FirstOrDefault(one => one.Method!.DeclaringSyntaxReferences[0].SyntaxTree == lambda.SyntaxTree);
        if (body?.Method?.Parameters.FirstOrDefault() is not { } parameter || ExceptionIn(parameter) is not { } owner)
            return ReplyCodeSet.Empty;
        var (place, type) = deliveries.Mail.ReplyCodeOf(exception) is { } code
            ? (new AccessPath.Member(owner, code.OriginalDefinition), code.Type)
            : ExceptionPlace.Of(owner, exception, deliveries.Mail);
        return new ReplyCodeAnalysis(body, place, type, deliveries.File.Cancellation).ReturnsTrue();
    }

    // The exception itself, or args.Outcome.Exception, or outcome.Exception.
    private static AccessPath? ExceptionIn(IParameterSymbol parameter)
    {
        AccessPath place = new AccessPath.Variable(parameter);
        var type = parameter.Type;
        foreach (var name in new[] { "Outcome", "Exception" })
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property && !CallKinds.IsException(type))
                (place, type) = (new AccessPath.Member(place, property.OriginalDefinition), property.Type);
        }

        return CallKinds.IsException(type) ? place : null;
    }
}
