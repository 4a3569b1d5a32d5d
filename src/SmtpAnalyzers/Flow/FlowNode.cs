using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpAnalyzers.Flow;

/// <summary>How control comes from one node of a <see cref="FlowGraph"/> to another.</summary>
internal enum FlowEdgeKind
{
    /// <summary>By a branch from block to block, past all finally regions in between.</summary>
    Branch,

    /// <summary>From a try, on whatever way out, into its finally.</summary>
    IntoFinally,

    /// <summary>By an exception, to the first handler of the try that raised it.</summary>
    Caught,

    /// <summary>By an exception, to the try around the one that raised it.</summary>
    Passed,

    /// <summary>Into a handler, or its filter, whose type is that of the exception.</summary>
    Admitted,

    /// <summary>To the next handler, since the type of this one is another.</summary>
    Declined,

    /// <summary>To the next handler, since the filter of this one is false.</summary>
    Rejected,
}

/// <summary>A way from one node to another.</summary>
/// <param name="Source">The node it leaves.</param>
/// <param name="Target">The node it leads to.</param>
/// <param name="Kind">How control comes there.</param>
/// <param name="Region">The handler that admits, declines or rejects; the try and its handlers that catch or pass on; the finally.</param>
/// <param name="Branch">The branch of the compiler's graph that it is a part of; null for an exception.</param>
internal sealed record FlowEdge(FlowNode Source, FlowNode Target, FlowEdgeKind Kind, ControlFlowRegion? Region, ControlFlowBranch? Branch)
{
    /// <summary>The next edge that leaves the same node, or null.</summary>
    public FlowEdge? NextOut { get; set; }

    /// <summary>The next edge that leads to the same node, or null.</summary>
    public FlowEdge? NextIn { get; set; }
}

/// <summary>A block, a try that has raised an exception, or a handler that is asked whether it admits one.</summary>
/// <param name="id">The number of the node in its graph.</param>
/// <param name="block">The block, or null.</param>
/// <param name="region">The try or the handler; for a block, the region it stands in.</param>
internal sealed class FlowNode(int id, BasicBlock? block, ControlFlowRegion region)
{
    private FlowEdge? _lastOut;

    public int Id => id;

    public BasicBlock? Block => block;

    public ControlFlowRegion Region => region;

    public bool IsTry => block is null && region.Kind == ControlFlowRegionKind.Try;

    /// <summary>For a block in a try: the node of that try, to which control comes when a step of the block throws.</summary>
    public FlowNode? Raised { get; set; }

    /// <summary>
    /// The first edge that leaves the node. A branch enters the finally regions it leaves, innermost first, before its destination.
    /// </summary>
    public FlowEdge? FirstOut { get; private set; }

    /// <summary>The first edge that leads to the node.</summary>
    public FlowEdge? FirstIn { get; private set; }

    public static void Connect(FlowEdge edge)
    {
        var (source, target) = (edge.Source, edge.Target);
        if (source._lastOut is { } last)
            last.NextOut = edge;
        else
            source.FirstOut = edge;
        source._lastOut = edge;
        (edge.NextIn, target.FirstIn) = (target.FirstIn, edge);
    }
}
