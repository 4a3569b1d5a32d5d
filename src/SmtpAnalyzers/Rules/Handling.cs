using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>How one body handles one reply code: all that a rule needs to judge it.</summary>
internal sealed class Handling
{
    private readonly Dictionary<Outcome, Inevitability> _inevitable = [];
    private readonly Dictionary<Outcome, ReplyCodeSet> _codes = [];
    private readonly Dictionary<CatchClauseSyntax, HandledAttempt?> _attempts = [];
    private readonly Body _body;
    private readonly ReachAnalysis _reach;
    private readonly TestEvaluator _tests;
    private readonly Conditions _conditions;
    private IReadOnlyList<ReplyCodeSet>? _alike;
    private ReplyCodeSet? _unnamed;
    private Inevitability? _denied;
    private readonly CancellationToken _cancellation;

    public Handling(Body body, Place reply, ITypeSymbol type, CancellationToken cancellation)
    {
        (_body, Reply, Type, _cancellation) = (body, reply, type, cancellation);
        _tests = new TestEvaluator(reply, body);
        _reach = ReachAnalysis.Run(body, reply, _tests, cancellation);
        _conditions = new Conditions(body, _reach, _tests, reply);
        Evidence = new OutcomeFinder(body, reply, _reach, _tests, _conditions, body.Options.Vocabulary).FindAll(cancellation);
    }

    public Place Reply { get; }

    public Body Body => _body;

    public ReachAnalysis Reach => _reach;

    /// <summary>The SmtpStatusCode enum of the reply code, which has the names for it.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>Which reply codes pass and which stay, as the site sees it.</summary>
    public ReplyClasses Classes => _body.Options.Classes;

    /// <summary>All places that say what becomes of the mail.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    /// <summary>The reply codes in groups that the body does not tell apart.</summary>
    public IReadOnlyList<ReplyCodeSet> Alike => _alike ??= _tests.Alike();

    /// <summary>What the tests of the reply code say that stand in the body.</summary>
    public IEnumerable<Test> Tests => _tests.Known;

    /// <summary>The codes that no test of the body names: a group of one is a code that has a test of its own.</summary>
    public ReplyCodeSet Unnamed => _unnamed ??= Alike.Where(static group => group.Sole is null)
        .Aggregate(ReplyCodeSet.Empty, static (union, group) => union | group);

    /// <summary>The codes that come to <paramref name="outcome"/> anywhere in the body.</summary>
    public ReplyCodeSet CodesOf(Outcome outcome)
    {
        if (!_codes.TryGetValue(outcome, out var codes))
        {
            _codes[outcome] = codes = Evidence.Where(evidence => evidence.Outcome == outcome)
                .Aggregate(ReplyCodeSet.Empty, static (union, evidence) => union | evidence.Codes);
        }

        return codes;
    }

    /// <summary>Whether the classes are taken for those of HTTP: every 4yz is given up and none retried, every 5yz is retried.</summary>
    // By the first digit, which is what is mistaken, whatever a site has decided about single codes.
    public bool IsLikeHttp => CodesOf(Outcome.Retry) is var retried && ReplyCodeSet.Permanent.IsSubsetOf(retried) && !ReplyCodeSet.Transient.Overlaps(retried)
        && ReplyCodeSet.Transient.IsSubsetOf(CodesOf(Outcome.GiveUp));

    /// <summary>Whether the body's own return value is the verdict on a reply code that was not thrown: it sees successes too.</summary>
    public bool SeesSuccesses => Origin is not Place.Member { Symbol.ContainingType: { } owner } || !_body.Mail.IsReplyException(owner);

    /// <summary>Whether the reply code belongs to an exception of System.Net.Mail, which carries no positive reply.</summary>
    public bool IsSystemNetMailException =>
        Origin is Place.Member { Symbol.ContainingType: { Name: not "SmtpCommandException" } owner } && _body.Mail.IsReplyException(owner);

    /// <summary>Whether the try whose exception is handled connects or authenticates and sends nothing: the next attempt may meet another host.</summary>
    public bool OnlyConnects => Calls().Any(_body.Mail.IsConnecting) && !Calls().Any(MailSymbols.IsSending);

    /// <summary>Whether it answers QUIT, which says nothing of the mail.</summary>
    public bool IsReplyToQuit => (Reply.Root.Identity switch
    {
        ILocalSymbol local => _body.Definitions.Writes(local),
        IOperation operation => [operation],
        _ => [],
    }).SelectMany(static written => written?.DescendantsAndSelf() ?? []).Any(static part => part.ConstantValue is { HasValue: true, Value: "QUIT" });

    /// <summary>Whether a 554 may be MailKit's own, raised when an override has swallowed every refused recipient.</summary>
    public bool MayMakeUp554 => Calls().Any(_body.Mail.OverridesRefusedRecipients);

    /// <summary>What let <paramref name="code"/> come to <paramref name="evidence"/>, or null where nothing did that makes a difference.</summary>
    public Culprit? Blame(Evidence evidence, int code, bool preferLowerBound) =>
        new Blame(_body, _reach, _tests, new LeafFinder(_body, _tests), Inevitable(evidence.Outcome), Unnamed)
            .Find(evidence.Place, code, preferLowerBound);

    /// <summary>The handler that brings <paramref name="code"/> to <paramref name="evidence"/> without a look at it, or null.</summary>
    public Culprit? CatchAll(Evidence evidence, int code) =>
        new CatchAll(_body, _reach, _tests, _conditions).Find(evidence.Place, evidence.Syntax, code);

    /// <summary>
    /// Whether the decision alone brings <paramref name="code"/> to its outcome: nothing else is looked at that could explain it, and no
    /// contradicting outcome is as inevitable.
    /// </summary>
    public bool IsInevitable(Evidence evidence, int code, Culprit culprit, bool countsExplain) =>
        !Inevitable(evidence.Outcome).Escapes(culprit.Block, culprit.Step, code)
        && !Contradicting(evidence.Outcome).Any(other => !Inevitable(other).Escapes(culprit.Block, culprit.Step, code))
        && !_conditions.Explain(culprit.Block, countsExplain, Inevitable(evidence.Outcome), code);

    /// <summary>The tests for certain codes, with what can come to each.</summary>
    public IEnumerable<TestInPlace> TestsInPlace() => new DeadTests(Reply, _body, _reach, _tests).All();

    /// <summary>The switches over the reply code.</summary>
    public IEnumerable<ReplySwitch> Switches() => new ReplySwitches(_body, _reach, _tests).All();

    /// <summary>Whether some of <paramref name="codes"/>, from <paramref name="from"/> on, are handed to something else that may look at them.</summary>
    public bool HandsOn(ReplyCodeSet codes, BasicBlock from) => new ReplySwitches(_body, _reach, _tests).HandsOn(codes, from);

    /// <summary>Whether something is done with <paramref name="codes"/> in <paramref name="one"/>, or returned after it, that says nothing of the mail.</summary>
    public bool DoesUnknown(ReplyCodeSet codes, ReplySwitch one) => new ReplySwitches(_body, _reach, _tests).DoesUnknown(
        codes, one, Evidence.Where(evidence => codes.IsSubsetOf(evidence.Codes)).Select(static evidence => evidence.Syntax).ToList());

    /// <summary>
    /// Whether what is called or made at <paramref name="evidence"/> is told of the exception or response, or its text: then it records the failure, whatever
    /// it is called (<c>MoveToSent(mail, ex.Message)</c>).
    /// </summary>
    public bool IsToldOfReply(Evidence evidence) => !evidence.IsFlag && (
        from at in _reach.Steps(evidence.Place.Block)
        where at.Index == evidence.Place.Step
        from operation in at.Step.DescendantsAndSelf()
        where operation.Syntax == evidence.Syntax && operation is (IInvocationOperation or IObjectCreationOperation)
        from part in operation.Descendants()
        select _tests.IsOwner(_body.Resolver.PlaceOf(part)) || _tests.Reads(part) is not null).Any(static told => told);

    /// <summary>The handler that <paramref name="test"/> stands in, and what it handles; null where it stands in none, or that cannot be said.</summary>
    public HandledAttempt? Attempt(TestInPlace test)
    {
        var depth = 0;
        for (var region = test.Block.EnclosingRegion; region?.EnclosingRegion is { } around; region = around)
        {
            if (around.Kind != ControlFlowRegionKind.TryAndCatch || region.Kind == ControlFlowRegionKind.Try)
                continue;
            var clauses = test.Syntax.Ancestors().OfType<CatchClauseSyntax>().Skip(depth);
            if (_reach.IsCaughtBy(around))
            {
                return clauses.FirstOrDefault() is { } handler ? Attempt(handler) : null;
            }

            depth++;
        }

        return null;
    }

    private HandledAttempt? Attempt(CatchClauseSyntax handler)
    {
        if (!_attempts.TryGetValue(handler, out var attempt))
        {
            _attempts[handler] = attempt =
                _body.Definitions.Model is { } model && Reply is Place.Member { Owner: Place.Variable, Symbol.ContainingType: { } exception }
                    ? HandledAttempt.Of(handler, model, _body.Mail.Exceptions, exception, _cancellation)
                    : null;
        }

        return attempt;
    }

    /// <summary>
    /// Whether <paramref name="code"/>, once it is where <paramref name="from"/> decides, is surely given up, or denied to be one that is retried.
    /// </summary>
    public bool IsGivenUp(int code, Culprit from)
    {
        _denied ??= new Inevitability(_body.Graph, _reach, Evidence.Select(static evidence => new Inevitability.Mark(
            evidence.Place.Block, evidence.Place.Step, evidence.Outcome == Outcome.GiveUp ? evidence.Codes : evidence.Denied, IsEnd: false)), static _ => false);
        return !_denied.Escapes(from.Block, from.Step, code) && !_conditions.Explain(from.Block, countsExplain: true, Inevitable(Outcome.Retry), code);
    }

    /// <summary>Whether a condition on some way to <paramref name="block"/> looks at something else of the same reply, such as its text.</summary>
    public bool LooksElsewhereBefore(BasicBlock block) => _conditions.LookElsewhereBefore(block);

    /// <summary>Whether a condition looks at an attempt count, an age or a deadline.</summary>
    public bool Counts(IOperation condition) => _conditions.Counts(condition);

    /// <summary>The codes for which the body, a predicate, returns true whatever else it looks at.</summary>
    public ReplyCodeSet ReturnsTrue()
    {
        var returned = from block in _body.Graph.Blocks
            where block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return
            from at in _reach.Steps(block)
            where ReferenceEquals(at.Step, block.BranchValue)
            select (Reached: at.State.Codes, MayBeFalse: _tests.Evaluate(at.Step, at.State).WhenFalse & at.State.Codes);
        var (reached, mayBeFalse) = returned.Aggregate(
            (ReplyCodeSet.Empty, ReplyCodeSet.Empty), static (union, one) => (union.Item1 | one.Reached, union.Item2 | one.MayBeFalse));
        return reached - mayBeFalse;
    }

    // Where a local got the reply code from, when that place did not keep it long enough to stand for it.
    private Place Origin =>
        Reply is Place.Variable { Identity: ILocalSymbol local } && _body.Definitions.Writes(local) is [{ } written] && _body.Resolver.Value(written) is { } value
            ? value.Place
            : Reply;

    private Inevitability Inevitable(Outcome outcome)
    {
        if (!_inevitable.TryGetValue(outcome, out var inevitable))
        {
            var marks =
                from evidence in Evidence
                let isEnd = evidence.Outcome != outcome && evidence.What == SendAgain.What
                where evidence.Outcome == outcome || isEnd
                select new Inevitability.Mark(evidence.Place.Block, evidence.Place.Step, evidence.Codes, isEnd);
            _inevitable[outcome] = inevitable = new Inevitability(
                _body.Graph, _reach, marks, condition => outcome == Outcome.Retry && _conditions.Counts(condition));
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
