using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// With which codes can control, once at a point, still leave the body without meeting any of some marked steps? With all others the
/// marked steps are inevitable, whatever else the body looks at.
/// <para>
/// A backward data-flow analysis: a code escapes a block if it escapes by one of its edges and no step of the block is marked for it.
/// A condition that something else than the reply code decides lets a code go both ways; where <c>isOurs</c> says so, the way that
/// meets the marks is taken for granted (an attempt counter does not justify the attempts).
/// </para>
/// </summary>
internal sealed class MustReachAnalysis
{
    /// <summary>A step that is looked for, or, as an end, one after which nothing counts: a new attempt has a fate of its own.</summary>
    public readonly record struct Mark(BasicBlock Block, int Step, ReplyCodeSet Codes, bool StopsPath);

    private readonly ControlFlowGraph _graph;
    private readonly ReachAnalysis _reach;
    private readonly Func<IOperation, bool> _isOurs;
    private readonly ILookup<int, Mark> _marks;
    private readonly ReplyCodeSet[] _escapesByEdge;
    private readonly ReplyCodeSet[] _canMeet;
    // By block: the first step that puts another reply in the place of this one, or -1.
    private readonly int[] _renews;

    public MustReachAnalysis(ControlFlowGraph graph, ReachAnalysis reach, IEnumerable<Mark> marks, Func<IOperation, bool> isOurs)
    {
        (_graph, _reach, _isOurs) = (graph, reach, isOurs);
        _marks = marks.OrderByDescending(static mark => mark.Step).ToLookup(static mark => mark.Block.Ordinal);
        _escapesByEdge = new ReplyCodeSet[graph.Blocks.Length];
        _canMeet = new ReplyCodeSet[graph.Blocks.Length];
        _renews = new int[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            _escapesByEdge[block.Ordinal] = _canMeet[block.Ordinal] = ReplyCodeSet.Empty;
            _renews[block.Ordinal] = FirstThatRenews(block);
        }

        Solve();
    }

    private int FirstThatRenews(BasicBlock block)
    {
        for (var i = 0; i < block.Operations.Length; i++)
        {
            if (_reach.Renews(block.Operations[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The codes that can escape from just before <paramref name="step"/> of <paramref name="block"/>.</summary>
    public ReplyCodeSet CanAvoid(BasicBlock block, int step) => CanAvoid(block, step, _escapesByEdge[block.Ordinal], int.MaxValue);

    /// <summary>Whether <paramref name="code"/> can escape from just before <paramref name="step"/> of <paramref name="block"/>.</summary>
    public bool CanAvoid(BasicBlock block, int step, int code)
    {
        var escapes = _escapesByEdge[block.Ordinal].Contains(code);
        foreach (var mark in _marks[block.Ordinal])
        {
            if (mark.Step >= step && mark.Codes.Contains(code))
                escapes = mark.StopsPath;
        }

        return escapes;
    }

    private ReplyCodeSet CanAvoid(BasicBlock block, int step, ReplyCodeSet atTheEnd, int end)
    {
        var escaping = atTheEnd;
        foreach (var mark in _marks[block.Ordinal])
        {
            if (mark.Step >= step && mark.Step <= end)
                escaping = mark.StopsPath ? escaping | mark.Codes : escaping - mark.Codes;
        }

        return escaping;
    }

    /// <summary>The codes that can escape once they are on this edge of <paramref name="from"/>.</summary>
    public ReplyCodeSet CanAvoidOn(BasicBlock from, ControlFlowBranch? branch)
    {
        if (branch is null)
            return ReplyCodeSet.Empty;
        if (branch.Destination is { } destination)
            return Into(destination);
        return branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling
            && from.EnclosingRegion.Within(ControlFlowRegionKind.Filter)?.EnclosingRegion is { EnclosingRegion: { } tryAndCatch } handler
                ? AfterHandler(tryAndCatch, handler)
                : ReplyCodeSet.All;
    }

    private void Solve()
    {
        UntilStable(_canMeet, CanMeet);
        UntilStable(_escapesByEdge, EscapesByEdges);
    }

    private void UntilStable(ReplyCodeSet[] sets, Func<BasicBlock, ReplyCodeSet> compute)
    {
        bool changed;
        do
        {
            changed = false;
            for (var i = sets.Length - 1; i >= 0; i--)
            {
                var set = compute(_graph.Blocks[i]);
                changed |= !set.Equals(sets[i]);
                sets[i] = set;
            }
        }
        while (changed);
    }

    private ReplyCodeSet CanMeet(BasicBlock block)
    {
        var (onConditional, onFallThrough) = (_reach.OnConditional[block.Ordinal], _reach.OnFallThrough[block.Ordinal]);
        return _marks[block.Ordinal].Aggregate(
            (onConditional & CanMeetOn(block.ConditionalSuccessor)) | (onFallThrough & CanMeetOn(block.FallThroughSuccessor)),
            static (codes, mark) => mark.StopsPath ? codes - mark.Codes : codes | mark.Codes);
    }

    private ReplyCodeSet CanMeetOn(ControlFlowBranch? branch) =>
        branch?.Destination is { } destination ? _canMeet[destination.Ordinal] : ReplyCodeSet.Empty;

    private ReplyCodeSet EscapesByEdges(BasicBlock block)
    {
        if (block.Kind == BasicBlockKind.Exit)
            return ReplyCodeSet.All;
        var (onConditional, onFallThrough) = (_reach.OnConditional[block.Ordinal], _reach.OnFallThrough[block.Ordinal]);
        if (IsOfConditionalAccess(block.BranchValue))
        {
            (onConditional, onFallThrough) = block.ConditionKind == ControlFlowConditionKind.WhenTrue
                ? (onConditional - onFallThrough, onFallThrough)
                : (onConditional, onFallThrough - onConditional);
        }
        else if (block.ConditionalSuccessor is not null && block.BranchValue is { } condition && _isOurs(condition))
        {
            // A code that could go both ways goes where it can still meet a mark, and rather where it must.
            var (one, other) = (CanMeetOn(block.ConditionalSuccessor), CanMeetOn(block.FallThroughSuccessor));
            var (mustOne, mustOther) = (one - CanAvoidOn(block, block.ConditionalSuccessor), other - CanAvoidOn(block, block.FallThroughSuccessor));
            (onConditional, onFallThrough) = (
                onConditional - (onFallThrough & ((other - one) | mustOther)),
                onFallThrough - (onConditional & ((one - other) | mustOne)));
        }

        // What came in and does not go out was replaced by another reply on the way.
        var replaced = _reach.Entry(block).Codes - (_reach.OnConditional[block.Ordinal] | _reach.OnFallThrough[block.Ordinal]);
        return replaced | (onConditional & CanAvoidOn(block, block.ConditionalSuccessor)) | (onFallThrough & CanAvoidOn(block, block.FallThroughSuccessor));
    }

    // What ?. is called on is taken to be there.
    private static bool IsOfConditionalAccess(IOperation? condition) =>
        condition is IIsNullOperation { Syntax: { Parent: ConditionalAccessExpressionSyntax access } receiver } && access.Expression == receiver;

    // What is read anew there is another reply: this one has met what comes before, and nothing else.
    private ReplyCodeSet Into(BasicBlock block) =>
        _renews[block.Ordinal] is var end and >= 0 ? CanAvoid(block, 0, ReplyCodeSet.All, end) : CanAvoid(block, 0);

    // An exception that a filter lets go meets the next handlers that admit it, or leaves the try.
    private ReplyCodeSet AfterHandler(ControlFlowRegion tryAndCatch, ControlFlowRegion handler)
    {
        // Only what the handler admitted comes to its filter: most often the next one admits all of that.
        var (escaping, coming) = (ReplyCodeSet.Empty, _reach.Admits(tryAndCatch, handler).WhenTrue);
        foreach (var next in tryAndCatch.HandlersAfter(handler))
        {
            var admits = _reach.Admits(tryAndCatch, next);
            escaping |= coming & admits.WhenTrue & Into(_graph.Blocks[next.FirstBlockOrdinal]);
            coming &= admits.WhenFalse;
            if (coming.IsEmpty)
                return escaping;
        }

        return escaping | coming;
    }
}
