using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// With which codes can control, once at a point, still leave the body without meeting any of some marked steps? With all others the
/// marked steps are inevitable, whatever else the body looks at.
/// <para>
/// A backward analysis over the same edges as <see cref="ReachAnalysis"/>: a code avoids the marks from a block on if it does so by one
/// of its edges and no step of the block is marked for it. A condition that something else than the reply code decides lets a code go
/// both ways; where
/// <c>isOurs</c> says so, the way that meets the marks is taken for granted (an attempt counter does not justify the attempts).
/// Exceptions are not followed: the question is what becomes of a reply, and not of a failure to handle it.
/// </para>
/// </summary>
internal sealed class MustReachAnalysis
{
    /// <summary>A step that is looked for, or, as an end, one after which nothing counts: a new attempt has a fate of its own.</summary>
    public readonly record struct Mark(BasicBlock Block, int Step, ReplyCodeSet Codes, bool StopsPath);

    private readonly ControlFlowGraph _graph;
    private readonly FlowGraph _flow;
    private readonly ReachAnalysis _reach;
    private readonly Func<IOperation, bool> _isOurs;
    // By block, the last step first.
    private readonly List<Mark>?[] _marks;
    private readonly List<Mark> _none = [];
    // By node: the codes that avoid all marks once they are past the steps of the block, or once they come to the handler.
    private readonly ReplyCodeSet[] _avoiding;
    // By node: the codes that meet a mark on some way from the start of the block. Only a condition that is ours asks for them.
    private ReplyCodeSet[]? _meeting;

    public MustReachAnalysis(ControlFlowGraph graph, ReachAnalysis reach, IEnumerable<Mark> marks, Func<IOperation, bool> isOurs)
    {
        (_graph, _flow, _reach, _isOurs) = (graph, reach.Flow, reach, isOurs);
        _marks = new List<Mark>?[graph.Blocks.Length];
        // A body has few of the outcomes that are asked for, and what avoids no mark at all is the same for all others.
        var isMarked = false;
        foreach (var mark in marks)
        {
            (_marks[mark.Block.Ordinal] ??= new(capacity: 1)).Add(mark);
            isMarked = true;
        }

        for (var i = 0; i < _marks.Length; i++)
        {
            if (_marks[i] is { Count: > 1 } several)
                _marks[i] = several.OrderByDescending(static mark => mark.Step).ToList();
        }

        if (!isMarked && reach.AvoidingNoMarks is { } known)
        {
            _avoiding = known;
            return;
        }

        _avoiding = Nothing();
        Solve(_avoiding, Avoiding);
        if (!isMarked)
            reach.AvoidingNoMarks = _avoiding;
    }

    /// <summary>The codes that can avoid the marks from just before <paramref name="step"/> of <paramref name="block"/>.</summary>
    public ReplyCodeSet CanAvoid(BasicBlock block, int step) => CanAvoid(block, step, AvoidingAfter(block), int.MaxValue);

    /// <summary>
    /// Whether <paramref name="code"/> can avoid the marks from just before <paramref name="step"/> of <paramref name="block"/>.
    /// </summary>
    public bool CanAvoid(BasicBlock block, int step, int code)
    {
        var avoids = AvoidingAfter(block).Contains(code);
        foreach (var mark in MarksOf(block))
        {
            if (mark.Step >= step && mark.Codes.Contains(code))
                avoids = mark.StopsPath;
        }

        return avoids;
    }

    /// <summary>The codes that can avoid the marks once they are on this edge of <paramref name="from"/>.</summary>
    public ReplyCodeSet CanAvoidOn(BasicBlock from, ControlFlowBranch? branch)
    {
        if (branch is null)
            return ReplyCodeSet.Empty;
        if (branch.Destination is { } destination)
            return Into(destination);
        if (FlowGraph.RejectedBy(branch) is not { } handler)
            return ReplyCodeSet.All;
        // Only what the handler admitted comes to its filter: most often the next one admits all of that.
        return Admits(handler).WhenTrue & Past(handler);
    }

    private List<Mark> MarksOf(BasicBlock block) => _marks[block.Ordinal] ?? _none;

    private ReplyCodeSet AvoidingAfter(BasicBlock block) => _avoiding[_flow.Of(block).Id];

    private Constraint Admits(ControlFlowRegion handler) => _reach.Admits(handler.EnclosingRegion!, handler);

    private ReplyCodeSet CanAvoid(BasicBlock block, int step, ReplyCodeSet atTheEnd, int end)
    {
        var avoiding = atTheEnd;
        foreach (var mark in MarksOf(block))
        {
            if (mark.Step >= step && mark.Step <= end)
                avoiding = mark.StopsPath ? avoiding | mark.Codes : avoiding - mark.Codes;
        }

        return avoiding;
    }

    // What is read anew there is another reply: this one has met what comes before, and nothing else.
    private ReplyCodeSet Into(BasicBlock block) =>
        _reach.FirstRenewal(block) is { } end ? CanAvoid(block, 0, ReplyCodeSet.All, end) : CanAvoid(block, 0);

    // An exception that a handler lets go meets the next one, or leaves the try.
    private ReplyCodeSet Past(ControlFlowRegion handler) => _flow.After(handler) is { } next ? _avoiding[next.Id] : ReplyCodeSet.All;

    private ReplyCodeSet[] Nothing()
    {
        var sets = new ReplyCodeSet[_flow.Nodes.Count];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = ReplyCodeSet.Empty;
        return sets;
    }

    // Sets only grow, from nothing: each node is looked at once, the last first, and again when a node that it leads to has changed.
    private void Solve(ReplyCodeSet[] sets, Func<FlowNode, ReplyCodeSet> compute)
    {
        var worklist = new Worklist(sets.Length);
        for (var i = 0; i < sets.Length; i++)
            worklist.Add(i);
        while (worklist.TakeLast() is var id and >= 0)
        {
            var set = compute(_flow.Nodes[id]);
            if (set.Equals(sets[id]))
                continue;
            sets[id] = set;
            for (var edge = _flow.Nodes[id].FirstIn; edge is not null; edge = edge.NextIn)
                worklist.Add(edge.Source.Id);
        }
    }

    private ReplyCodeSet Meeting(FlowNode node)
    {
        if (node.Block is not { } block)
            return ReplyCodeSet.Empty;
        var (onConditional, onFallThrough) = (_reach.OnConditional[block.Ordinal], _reach.OnFallThrough[block.Ordinal]);
        var meeting = (onConditional & MeetingOn(block.ConditionalSuccessor)) | (onFallThrough & MeetingOn(block.FallThroughSuccessor));
        foreach (var mark in MarksOf(block))
            meeting = mark.StopsPath ? meeting - mark.Codes : meeting | mark.Codes;
        return meeting;
    }

    private ReplyCodeSet MeetingOn(ControlFlowBranch? branch)
    {
        if (_meeting is null)
        {
            _meeting = Nothing();
            Solve(_meeting, Meeting);
        }

        return branch?.Destination is { } destination ? _meeting[_flow.Of(destination).Id] : ReplyCodeSet.Empty;
    }

    private ReplyCodeSet Avoiding(FlowNode node) =>
        node.Block is { } block ? AvoidingByEdges(block)
        : node.IsTry ? ReplyCodeSet.Empty
        : AvoidingFrom(node.Region, Admits(node.Region));

    private ReplyCodeSet AvoidingFrom(ControlFlowRegion handler, Constraint admits) =>
        (admits.WhenTrue & Into(_graph.Blocks[handler.FirstBlockOrdinal])) | (admits.WhenFalse & Past(handler));

    private ReplyCodeSet AvoidingByEdges(BasicBlock block)
    {
        if (block.Kind == BasicBlockKind.Exit)
            return ReplyCodeSet.All;
        var (onConditional, onFallThrough) = (_reach.OnConditional[block.Ordinal], _reach.OnFallThrough[block.Ordinal]);
        if (block.ConditionalSuccessor is null)
            return _reach.ReplacedIn(block) | (onFallThrough & CanAvoidOn(block, block.FallThroughSuccessor));
        if (IsOfConditionalAccess(block.BranchValue))
        {
            (onConditional, onFallThrough) = block.ConditionKind == ControlFlowConditionKind.WhenTrue
                ? (onConditional - onFallThrough, onFallThrough)
                : (onConditional, onFallThrough - onConditional);
        }
        else if (block.BranchValue is { } condition && _isOurs(condition))
        {
            // A code that could go both ways goes where it must meet a mark.
            var mustOne = MeetingOn(block.ConditionalSuccessor) - CanAvoidOn(block, block.ConditionalSuccessor);
            var mustOther = MeetingOn(block.FallThroughSuccessor) - CanAvoidOn(block, block.FallThroughSuccessor);
            (onConditional, onFallThrough) = (onConditional - (onFallThrough & mustOther), onFallThrough - (onConditional & mustOne));
        }

        return _reach.ReplacedIn(block)
            | (onConditional & CanAvoidOn(block, block.ConditionalSuccessor))
            | (onFallThrough & CanAvoidOn(block, block.FallThroughSuccessor));
    }

    // What ?. is called on is taken to be there.
    private static bool IsOfConditionalAccess(IOperation? condition) =>
        condition is IIsNullOperation { Syntax: { Parent: ConditionalAccessExpressionSyntax access } receiver }
        && access.Expression == receiver;
}
