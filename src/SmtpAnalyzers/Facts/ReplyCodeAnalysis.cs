using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>How one body handles one reply code: all that a rule needs to judge it.</summary>
internal sealed class ReplyCodeAnalysis
{
    private readonly Dictionary<Outcome, MustReachAnalysis> _inevitable = [];
    private readonly Dictionary<Outcome, CauseFinder> _causes = [];
    private readonly Dictionary<Outcome, ReplyCodeSet> _codes = [];
    private readonly Dictionary<CatchClauseSyntax, HandledAttempt?> _attempts = [];
    private readonly FunctionBody _body;
    private readonly ReachAnalysis _reach;
    private readonly ConditionBuilder _tests;
    private readonly Explanations _conditions;
    private IReadOnlyList<ReplyCodeSet>? _alike;
    private ReplyCodeSet? _unnamed;
    private MustReachAnalysis? _denied;
    private readonly CatchAll?[] _catchAll = new CatchAll?[2];
    private TypeVerdicts? _byType;
    private readonly CancellationToken _cancellation;

    public ReplyCodeAnalysis(FunctionBody body, AccessPath reply, ITypeSymbol type, CancellationToken cancellation)
    {
        (_body, Reply, Type, _cancellation) = (body, reply, type, cancellation);
        _tests = new ConditionBuilder(reply, body);
        _reach = ReachAnalysis.Run(body, reply, _tests, cancellation);
        _conditions = new Explanations(body, _reach, _tests, reply);
        OutcomeSites = new OutcomeFinder(body, reply, _reach, _tests, _conditions, body.Options.Vocabulary).FindAll(cancellation);
    }

    /// <summary>
    /// The analyses of <paramref name="body"/>, one for each reply code that it reads; none where they are too many to follow.
    /// </summary>
    public static IReadOnlyList<ReplyCodeAnalysis> Of(FunctionBody body, CancellationToken cancellation) =>
        Nesting.UnlessTooDeep((body, cancellation), static at => at.body.Replies() is var all && at.body.IsTooLargeFor(all.Count) ? []
            : all.Select(reply => new ReplyCodeAnalysis(at.body, reply.Key, reply.Value, at.cancellation)).ToArray());

    public AccessPath Reply { get; }

    public FunctionBody Body => _body;

    public ReachAnalysis Reach => _reach;

    /// <summary>The SmtpStatusCode enum of the reply code, which has the names for it.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>Which reply codes pass and which stay, as the site sees it.</summary>
    public ReplyClasses Classes => IsEnhancedStatus ? ReplyClasses.ByFirstDigit : _body.Options.Classes;

    /// <summary>Whether the reply is known by its enhanced status code, of which only the class is looked at.</summary>
    public bool IsEnhancedStatus => Reply is AccessPath.EnhancedStatus;

    /// <summary>
    /// Whether single enhanced status codes are told apart (5.7.1): whoever knows these knows what the rest of the class means.
    /// </summary>
    public bool TellsSingleStatusesApart => IsEnhancedStatus
        && Constraints.Any(static test => !test.IsExact
            && !test.WhenTrue.Equals(ReplyCodeSet.All) && !test.WhenFalse.Equals(ReplyCodeSet.NoReply));

    /// <summary>All places that say what becomes of the mail.</summary>
    public ImmutableArray<OutcomeSite> OutcomeSites { get; }

    /// <summary>The reply codes in groups that the body does not tell apart.</summary>
    public IReadOnlyList<ReplyCodeSet> EquivalenceClasses => _alike ??= Conditions.EquivalenceClasses.Of(_tests.Built());

    /// <summary>What the tests of the reply code say that stand in the body.</summary>
    public IEnumerable<Constraint> Constraints => _tests.Built().Select(static condition => condition.Constant).OfType<Constraint>();

    /// <summary>The codes that no test of the body names: a group of one is a code that has a test of its own.</summary>
    public ReplyCodeSet CodesWithoutOwnTest => _unnamed ??= EquivalenceClasses.Where(static group => group.Sole is null)
        .Aggregate(ReplyCodeSet.Empty, static (union, group) => union | group);

    /// <summary>The codes that come to <paramref name="outcome"/> anywhere in the body.</summary>
    public ReplyCodeSet CodesOf(Outcome outcome)
    {
        if (!_codes.TryGetValue(outcome, out var codes))
        {
            _codes[outcome] = codes = OutcomeSites.Where(site => site.Outcome == outcome)
                .Aggregate(ReplyCodeSet.Empty, static (union, site) => union | site.Codes);
        }

        return codes;
    }

    /// <summary>Whether the classes are taken for those of HTTP: every 4yz is given up and none retried, every 5yz is retried.</summary>
    // By the first digit, which is what is mistaken, whatever a site has decided about single codes.
    public bool IsLikeHttp => CodesOf(Outcome.Retry) is var retried
        && ReplyCodeSet.Permanent.IsSubsetOf(retried) && !ReplyCodeSet.Transient.Overlaps(retried)
        && ReplyCodeSet.Transient.IsSubsetOf(CodesOf(Outcome.GiveUp));

    /// <summary>Whether the body's own return value is the verdict on a reply code that was not thrown: it sees successes too.</summary>
    public bool SeesSuccesses =>
        Origin is not AccessPath.Member { Symbol.ContainingType: { } owner } || !_body.Mail.IsReplyException(owner);

    /// <summary>Whether the reply code belongs to an exception of System.Net.Mail, which carries no positive reply.</summary>
    public bool IsSystemNetMailException =>
        Origin is AccessPath.Member { Symbol.ContainingType: { Name: not "SmtpCommandException" } owner }
        && _body.Mail.IsReplyException(owner);

    /// <summary>Whether the reply code is that of a variable which holds the exception of several refused recipients.</summary>
    public bool IsOfSeveralRecipients => Reply is AccessPath.Member { Owner: AccessPath.Variable { Identity: var owner } } && owner switch
    {
        ILocalSymbol local => MailSymbols.IsOfSeveralRecipients(local.Type),
        IParameterSymbol parameter => MailSymbols.IsOfSeveralRecipients(parameter.Type),
        _ => false,
    };

    /// <summary>
    /// Whether the try whose exception is handled connects or authenticates and sends nothing: the next attempt may meet another host.
    /// </summary>
    public bool OnlyConnects => Calls().Any(_body.Mail.IsConnecting) && !Calls().Any(MailSymbols.IsSending);

    /// <summary>Whether it answers QUIT, which says nothing of the mail.</summary>
    public bool IsReplyToQuit => (Reply.Root.Identity switch
    {
        ILocalSymbol local => _body.Writes.Writes(local),
        IOperation operation => [operation],
        _ => [],
    }).Any(QuitReply.Is);

    /// <summary>Whether a 554 may be MailKit's own, raised when an override has swallowed every refused recipient.</summary>
    public bool MayMakeUp554 => Calls().Any(_body.Mail.OverridesRefusedRecipients);

    /// <summary>Whether it is the reply to an accepted recipient, which MailKit hands to an override.</summary>
    public bool IsOfAccepted => _body.Mail.IsCalledForAccepted(_body.Method);

    /// <summary>
    /// What let <paramref name="code"/> come to <paramref name="site"/>, or null where nothing did that makes a difference.
    /// </summary>
    public Cause? FindCause(OutcomeSite site, int code, bool preferLowerBound)
    {
        if (!_causes.TryGetValue(site.Outcome, out var causes))
            _causes[site.Outcome] = causes = new CauseFinder(_body, _reach, _tests, Inevitable(site.Outcome), CodesWithoutOwnTest);
        return causes.Find(site.Point, code, preferLowerBound);
    }

    /// <summary>
    /// The handler, or the type that a predicate asks for, that brings <paramref name="code"/> to <paramref name="site"/> without a look at
    /// it; or null. <paramref name="ofRetry"/>: whether that is a retry, which no count of attempts explains.
    /// </summary>
    public Cause? CatchAll(OutcomeSite site, int code, bool ofRetry = false) =>
        (_catchAll[ofRetry ? 1 : 0] ??= new CatchAll(_body, _reach, _tests, _conditions, ofRetry))
            .Find(site.Point, site.Syntax, code)
        ?? (_byType ??= new TypeVerdicts(_body, Reply)).Find(site.Point);

    /// <summary>
    /// Whether the decision alone brings <paramref name="code"/> to its outcome: nothing else is looked at that could explain it, and no
    /// contradicting outcome is as inevitable.
    /// </summary>
    public bool IsInevitable(OutcomeSite site, int code, Cause cause, bool countsExplain) =>
        !Inevitable(site.Outcome).CanAvoid(cause.Block, cause.Step, code)
        && !Contradicting(site.Outcome).Any(other => !Inevitable(other).CanAvoid(cause.Block, cause.Step, code))
        && !_conditions.Explain(
            cause.Block, countsExplain, cause.Atom.Kind is MatchKind.Handler or MatchKind.Otherwise, Inevitable(site.Outcome), code);

    /// <summary>The tests for certain codes, with what can come to each.</summary>
    public IEnumerable<PlacedCondition> PlacedConditions() => new PlacedConditions(Reply, _body, _reach, _tests).All();

    /// <summary>The switches over the reply code.</summary>
    public IEnumerable<ReplySwitch> Switches() => new ReplySwitches(_body, _reach, _tests).All();

    /// <summary>
    /// Whether some of <paramref name="codes"/>, from <paramref name="from"/> on, are handed to something that may look at them, other than
    /// <paramref name="known"/>.
    /// </summary>
    public bool HandsOn(ReplyCodeSet codes, BasicBlock from, SyntaxNode? known = null) =>
        new ReplySwitches(_body, _reach, _tests).HandsOn(codes, from, known);

    /// <summary>
    /// Whether something is done with <paramref name="codes"/> in <paramref name="one"/>, or returned after it, that says nothing of the
    /// mail.
    /// </summary>
    public bool DoesUnknown(ReplyCodeSet codes, ReplySwitch one) => new ReplySwitches(_body, _reach, _tests).DoesUnknown(
        codes, one, OutcomeSites.Where(site => codes.IsSubsetOf(site.Codes)).Select(static site => site.Syntax).ToList());

    /// <summary>
    /// Whether what is called or made at <paramref name="site"/> is told of the exception or response, or its text: then it records the
    /// failure, whatever it is called (<c>MoveToSent(mail, ex.Message)</c>).
    /// </summary>
    public bool IsToldOfReply(OutcomeSite site) => !site.IsFlag && (
        from at in _reach.Steps(site.Point.Block)
        where at.Index == site.Point.Step
        from operation in at.Step.DescendantsAndSelf()
        where operation.Syntax == site.Syntax && operation is (IInvocationOperation or IObjectCreationOperation)
        from part in operation.Descendants()
        select _tests.Concerns(part)).Any(static told => told);

    /// <summary>
    /// The handler that <paramref name="test"/> stands in, and what it handles; null where it stands in none, or that cannot be said.
    /// </summary>
    public HandledAttempt? Attempt(PlacedCondition test) => test.Block.HandlersAround(test.Syntax)
        .Where(around => _reach.IsCaughtBy(around.Handler.EnclosingRegion!))
        .Select(around => Attempt(around.Clause)).FirstOrDefault();

    private HandledAttempt? Attempt(CatchClauseSyntax handler)
    {
        if (!_attempts.TryGetValue(handler, out var attempt))
        {
            _attempts[handler] = attempt =
                _body.Writes.Model is { } model
                && Reply is AccessPath.Member { Owner: AccessPath.Variable, Symbol.ContainingType: { } exception }
                    ? HandledAttempt.Of(handler, model, _body.Mail.Exceptions, exception, _cancellation)
                    : null;
        }

        return attempt;
    }

    /// <summary>
    /// Whether <paramref name="code"/>, once it is where <paramref name="from"/> decides, is surely given up, or denied to be one that is
    /// retried.
    /// </summary>
    public bool IsGivenUp(int code, Cause from)
    {
        _denied ??= new MustReachAnalysis(_body.Graph, _reach, OutcomeSites.Select(static site => new MustReachAnalysis.Mark(
            site.Point.Block, site.Point.Step, site.Outcome == Outcome.GiveUp ? site.Codes : site.Denied, StopsPath: false)),
            static _ => false);
        return !_denied.CanAvoid(from.Block, from.Step, code)
            && !_conditions.Explain(from.Block, countsExplain: true, absenceExplains: true, _denied, code);
    }

    /// <summary>
    /// Whether a condition on some way to <paramref name="block"/> looks at something else of the same reply, such as its text.
    /// </summary>
    public bool LooksElsewhereBefore(BasicBlock block) => _conditions.LookElsewhereBefore(block);

    /// <summary>Whether a condition looks at an attempt count, an age or a deadline.</summary>
    public bool Counts(IOperation condition) => _conditions.Counts(condition);

    /// <summary>The codes for which the body, a predicate, returns true whatever else it looks at.</summary>
    public ReplyCodeSet ReturnsTrue()
    {
        var returned = from block in _body.Graph.Blocks
            from at in _reach.Steps(block)
            where block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && ReferenceEquals(at.Step, block.BranchValue)
            select (Reached: at.State.Codes, MayBeFalse: _tests.Evaluate(at.Step, at.State).WhenFalse & at.State.Codes);
        var (reached, mayBeFalse) = returned.Aggregate(
            (ReplyCodeSet.Empty, ReplyCodeSet.Empty), static (union, one) => (union.Item1 | one.Reached, union.Item2 | one.MayBeFalse));
        return reached - mayBeFalse;
    }

    // Where a local got the reply code from, when that place did not keep it long enough to stand for it.
    private AccessPath Origin =>
        Reply is AccessPath.Variable { Identity: ILocalSymbol local } && _body.Writes.Writes(local) is [{ } written]
        && _body.Resolver.Value(written) is { } value
            ? value.Path
            : Reply;

    private MustReachAnalysis Inevitable(Outcome outcome)
    {
        if (!_inevitable.TryGetValue(outcome, out var inevitable))
        {
            var marks = new List<MustReachAnalysis.Mark>();
            foreach (var site in OutcomeSites)
            {
                if (site.Outcome == outcome || site.Phrase == SendAgain.Phrase)
                    marks.Add(new(site.Point.Block, site.Point.Step, site.Codes, StopsPath: site.Outcome != outcome));
            }

            Func<IOperation, bool> isOurs = outcome == Outcome.Retry ? _conditions.Counts : static _ => false;
            _inevitable[outcome] = inevitable = new MustReachAnalysis(_body.Graph, _reach, marks, isOurs);
        }

        return inevitable;
    }

    private static Outcome[] Contradicting(Outcome outcome) => outcome switch
    {
        Outcome.GiveUp => [Outcome.Retry, Outcome.Delivered],
        Outcome.Retry => [Outcome.GiveUp, Outcome.Delivered],
        Outcome.Delivered => [Outcome.GiveUp, Outcome.Retry, Outcome.Failure],
        _ => [Outcome.Delivered],
    };

    private IEnumerable<IInvocationOperation> Calls() =>
        Reply.Root.Identity is ControlFlowRegion tryAndCatch ? _body.Calls(tryAndCatch.NestedRegions[0]) : [];
}
