using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// The control-flow graph of a body with the edges that Roslyn leaves out.
/// <para>
/// Roslyn's graph ends where an exception begins: a step that throws has no edge to a handler, a filter that comes out false leads
/// nowhere, and a branch out of a try says only by a list which finally regions run on its way. Here all of these are edges. To keep
/// their number linear, two kinds of nodes are added to the blocks: one for each try, to which all its blocks lead when they throw, and
/// one for each handler, which asks the type of the exception before the handler, or its filter, runs.
/// </para>
/// <code>
///  block in try ──▶ Raised(try) ──Caught──▶ Asked(handler 1) ──Admitted──▶ filter or catch block
///                        │                        │ Declined                    │ Rejected (filter is false)
///                        ▼ Passed                 ▼                             ▼
///              Raised(try around it)       Asked(handler 2) ◀───────────────────┘
/// </code>
/// <para>That a handler may catch everything is not relied on: what is raised also passes to the try around it.</para>
/// </summary>
internal sealed class FlowGraph
{
    private readonly List<FlowNode> _nodes;
    private readonly FlowNode[] _blocks;
    private readonly Dictionary<ControlFlowRegion, FlowNode> _byRegion = [];
    private bool _hasFinally;

    private FlowGraph(ControlFlowGraph graph)
    {
        Graph = graph;
        _nodes = new List<FlowNode>(graph.Blocks.Length);
        _blocks = new FlowNode[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
            AddNodes(block);
        foreach (var node in _nodes)
            AddEdges(node);
    }

    public ControlFlowGraph Graph { get; }

    /// <summary>All nodes. Control mostly flows from an earlier one to a later one; only loops lead back.</summary>
    public IReadOnlyList<FlowNode> Nodes => _nodes;

    public static FlowGraph Of(FunctionBody body) => body.Once(static body => new FlowGraph(body.Graph));

    public FlowNode Of(BasicBlock block) => _blocks[block.Ordinal];

    /// <summary>The node that asks whether <paramref name="handler"/> admits an exception.</summary>
    public FlowNode Asking(ControlFlowRegion handler) => _byRegion[handler];

    /// <summary>The handler that is asked when <paramref name="handler"/> has let an exception go, or null.</summary>
    public FlowNode? After(ControlFlowRegion handler)
    {
        var all = handler.EnclosingRegion!.NestedRegions;
        var next = all.IndexOf(handler) + 1;
        return next < all.Length ? _byRegion[all[next]] : null;
    }

    /// <summary>
    /// The handler whose filter <paramref name="branch"/>, which leads nowhere, leaves since it is false, or throws, which is the same;
    /// null for any other branch.
    /// </summary>
    public static ControlFlowRegion? RejectedBy(ControlFlowBranch branch) =>
        branch.Source.EnclosingRegion.Within(ControlFlowRegionKind.Filter)?.EnclosingRegion;

    // The nodes of a try come just before its handlers, so that whatever the try raises has been seen when they are visited.
    private void AddNodes(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region?.FirstBlockOrdinal == block.Ordinal; region = region.Around())
        {
            if (region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally } whole
                || region.Kind == ControlFlowRegionKind.Try)
            {
                continue;
            }

            if (whole.NestedRegions[1] == region)
                _byRegion.Add(whole.NestedRegions[0], Add(block: null, whole.NestedRegions[0]));
            if (whole.Kind == ControlFlowRegionKind.TryAndCatch)
                _byRegion.Add(region, Add(block: null, region));
            else
                _hasFinally = true;
        }

        _blocks[block.Ordinal] = Add(block, block.EnclosingRegion);
    }

    private FlowNode Add(BasicBlock? block, ControlFlowRegion region)
    {
        var node = new FlowNode(_nodes.Count, block, region);
        _nodes.Add(node);
        return node;
    }

    private void AddEdges(FlowNode node)
    {
        if (node.Block is { } block)
        {
            var around = IsOfUsing(block) ? null : block.EnclosingRegion.Within(ControlFlowRegionKind.Try);
            node.Raised = around is null ? null : _byRegion[around];
            AddBranch(node, block.ConditionalSuccessor);
            AddBranch(node, block.FallThroughSuccessor);
        }
        else if (node.IsTry)
        {
            AddRaised(node, node.Region.EnclosingRegion!);
        }
        else
        {
            Connect(node, _blocks[node.Region.FirstBlockOrdinal], FlowEdgeKind.Admitted, node.Region);
            if (After(node.Region) is { } next)
                Connect(node, next, FlowEdgeKind.Declined, node.Region);
        }
    }

    // The end of a using: to dispose of a client after the message was sent hardly ever throws, and nobody counts on it.
    private static bool IsOfUsing(BasicBlock block) => block.EnclosingRegion.Within(ControlFlowRegionKind.Finally) is not null
        && block.Operations.All(static operation => operation.IsImplicit) && block.BranchValue is null or { IsImplicit: true };

    private void AddBranch(FlowNode node, ControlFlowBranch? branch)
    {
        if (branch is null)
            return;
        // To ask for the finally regions makes the compiler list all regions on the way, so it is asked only where there is one at all.
        foreach (var region in _hasFinally ? branch.FinallyRegions : ImmutableArray<ControlFlowRegion>.Empty)
            Connect(node, _blocks[region.FirstBlockOrdinal], FlowEdgeKind.IntoFinally, region, branch);
        if (branch.Destination is { } destination)
            Connect(node, _blocks[destination.Ordinal], FlowEdgeKind.Branch, region: null, branch);
        else if (RejectedBy(branch) is { } handler && After(handler) is { } next)
            Connect(node, next, FlowEdgeKind.Rejected, handler, branch);
    }

    private void AddRaised(FlowNode node, ControlFlowRegion whole)
    {
        var first = whole.NestedRegions[1];
        if (whole.Kind == ControlFlowRegionKind.TryAndCatch)
            Connect(node, _byRegion[first], FlowEdgeKind.Caught, whole);
        else
            Connect(node, _blocks[first.FirstBlockOrdinal], FlowEdgeKind.IntoFinally, first);
        if (whole.Around().Within(ControlFlowRegionKind.Try) is { } around)
            Connect(node, _byRegion[around], FlowEdgeKind.Passed, whole);
    }

    private static void Connect(
        FlowNode source, FlowNode target, FlowEdgeKind kind, ControlFlowRegion? region, ControlFlowBranch? branch = null) =>
        FlowNode.Connect(new FlowEdge(source, target, kind, region, branch));
}
