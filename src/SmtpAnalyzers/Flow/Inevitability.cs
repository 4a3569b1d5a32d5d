using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Replies;

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
internal sealed class Inevitability
{
    private readonly ControlFlowGraph _graph;
    private readonly ReachAnalysis _reach;
    private readonly Func<IOperation, bool> _isOurs;
    private readonly ILookup<int, (int Step, ReplyCodeSet Codes)> _marks;
    private readonly ReplyCodeSet[] _escapesByEdge;
    private readonly bool[] _renews;

    public Inevitability(
        ControlFlowGraph graph, ReachAnalysis reach, IEnumerable<(BasicBlock Block, int Step, ReplyCodeSet Codes)> marks, Func<IOperation, bool> isOurs)
    {
        (_graph, _reach, _isOurs) = (graph, reach, isOurs);
        _marks = marks.ToLookup(mark => mark.Block.Ordinal, mark => (mark.Step, mark.Codes));
        _escapesByEdge = new ReplyCodeSet[graph.Blocks.Length];
        _renews = new bool[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            _escapesByEdge[block.Ordinal] = ReplyCodeSet.Empty;
            _renews[block.Ordinal] = block.Operations.Any(reach.Renews);
        }

        Solve();
    }

    /// <summary>The codes that can escape from just before <paramref name="step"/> of <paramref name="block"/>.</summary>
    public ReplyCodeSet Escapes(BasicBlock block, int step)
    {
        var escaping = _escapesByEdge[block.Ordinal];
        foreach (var mark in _marks[block.Ordinal])
        {
            if (mark.Step >= step)
                escaping -= mark.Codes;
        }

        return escaping;
    }

    /// <summary>The codes that can escape once they are on this edge of <paramref name="from"/>.</summary>
    public ReplyCodeSet EscapesOn(BasicBlock from, ControlFlowBranch? branch)
    {
        if (branch?.Destination is { } destination)
            return Into(destination);
        return branch?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling
            && from.EnclosingRegion.Within(ControlFlowRegionKind.Filter)?.EnclosingRegion is { EnclosingRegion: { } tryAndCatch } handler
                ? AfterHandler(tryAndCatch, handler)
                : ReplyCodeSet.All;
    }

    private void Solve()
    {
        bool changed;
        do
        {
            changed = false;
            for (var i = _graph.Blocks.Length - 1; i >= 0; i--)
            {
                var escaping = ByEdges(_graph.Blocks[i]);
                changed |= !escaping.Equals(_escapesByEdge[i]);
                _escapesByEdge[i] = escaping;
            }
        }
        while (changed);
    }

    private ReplyCodeSet ByEdges(BasicBlock block)
    {
        if (block.Kind == BasicBlockKind.Exit)
            return ReplyCodeSet.All;
        var (onConditional, onFallThrough) = (_reach.OnConditional[block.Ordinal], _reach.OnFallThrough[block.Ordinal]);
        var fallThrough = onFallThrough & EscapesOn(block, block.FallThroughSuccessor);
        if (block.ConditionalSuccessor is null)
            return fallThrough;
        var conditional = onConditional & EscapesOn(block, block.ConditionalSuccessor);
        if (block.BranchValue is not { } condition || !_isOurs(condition))
            return conditional | fallThrough;
        return (conditional & fallThrough) | (conditional - onFallThrough) | (fallThrough - onConditional);
    }

    // What is read anew there is another reply: this one has met nothing.
    private ReplyCodeSet Into(BasicBlock block) => _renews[block.Ordinal] ? ReplyCodeSet.All : Escapes(block, 0);

    // An exception that a filter lets go meets the next handlers that admit it, or leaves the try.
    private ReplyCodeSet AfterHandler(ControlFlowRegion tryAndCatch, ControlFlowRegion handler)
    {
        var (escaping, coming) = (ReplyCodeSet.Empty, ReplyCodeSet.All);
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
