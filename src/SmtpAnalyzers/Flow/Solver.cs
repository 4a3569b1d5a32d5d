using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Solves a data-flow problem: finds the least state of every node that agrees with all edges.
/// <para>
/// In the beginning control is nowhere but at the start. Whenever the state of a node has grown, the node is visited: its steps are
/// applied one after the other, and what results is joined into the nodes that control may come to next. When no state grows any more,
/// each is as large as the paths to it demand, and no larger: a join only adds what some path brings. It ends because states grow only
/// finitely often.
/// </para>
/// </summary>
internal sealed class Solver<TState>
{
    private readonly FlowGraph _graph;
    private readonly Transfer<TState> _transfer;
    private readonly TState[] _entering;
    private readonly Worklist _worklist;

    public Solver(FlowGraph graph, Transfer<TState> transfer)
    {
        (_graph, _transfer, _worklist) = (graph, transfer, new Worklist(graph.Nodes.Count));
        _entering = new TState[graph.Nodes.Count];
        for (var i = 0; i < _entering.Length; i++)
            _entering[i] = transfer.Nowhere;
    }

    /// <summary>What holds at the start of <paramref name="block"/>.</summary>
    public TState Entering(BasicBlock block) => _entering[_graph.Of(block).Id];

    /// <summary>Control may begin at the start of <paramref name="block"/> with <paramref name="state"/>.</summary>
    public void Begin(BasicBlock block, TState state) => Enter(_graph.Of(block), state);

    /// <summary>
    /// Control may begin before step <paramref name="step"/> of <paramref name="block"/>, and does not come there from its start by that.
    /// </summary>
    public void BeginAt(BasicBlock block, int step, TState state) => Visit(_graph.Of(block), block, step, state);

    /// <summary>Visits the nodes whose states have grown until none does.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (_worklist.TakeFirst() is var id and >= 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = _graph.Nodes[id];
            if (node.Block is { } block)
                Visit(node, block, firstStep: 0, _entering[id]);
            else
                Follow(node, branch: null, _entering[id]);
        }
    }

    private void Visit(FlowNode node, BasicBlock block, int firstStep, TState state)
    {
        for (var i = firstStep; i < block.Operations.Length; i++)
        {
            var step = block.Operations[i];
            Raise(node, state);
            state = _transfer.After(block, step, state);
            // An assignment that throws has not assigned yet. A variable that is passed by reference may be written before the throw.
            if (!IsAssignment(step))
                Raise(node, state);
        }

        // After its last step a block throws only where it ends in doing so: a flag that is set last is not set in the handler.
        if (block.BranchValue is { } value)
        {
            Raise(node, state);
            if (_transfer.FollowsExceptions && node.Raised is not null)
                Raise(node, _transfer.After(block, value, state));
        }
        else if (block.FallThroughSuccessor?.Semantics is not (ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return))
        {
            Raise(node, state);
        }

        var (onConditional, onFallThrough) = _transfer.Leave(block, state);
        if (block.ConditionalSuccessor is { } conditional)
            Follow(node, conditional, onConditional);
        if (block.FallThroughSuccessor is { } fallThrough)
            Follow(node, fallThrough, onFallThrough);
    }

    private static bool IsAssignment(IOperation step) => step
        is IFlowCaptureOperation or ISimpleAssignmentOperation or IExpressionStatementOperation { Operation: ISimpleAssignmentOperation };

    // An exception can leave a try at any point: its handlers see whatever holds somewhere in it.
    private void Raise(FlowNode node, TState state)
    {
        if (_transfer.FollowsExceptions && node.Raised is { } raised)
            Enter(raised, state);
    }

    private void Follow(FlowNode node, ControlFlowBranch? branch, TState state)
    {
        for (var edge = node.FirstOut; edge is not null && !_transfer.IsNowhere(state); edge = edge.NextOut)
        {
            if (!ReferenceEquals(edge.Branch, branch))
                continue;
            Enter(edge.Target, _transfer.Along(edge, state));
            if (edge.Kind == FlowEdgeKind.IntoFinally)
                state = _transfer.Through(edge.Region!, state);
        }
    }

    private void Enter(FlowNode node, TState state)
    {
        if (_transfer.IsNowhere(state))
            return;
        var joined = _transfer.Join(_entering[node.Id], state);
        if (_transfer.AreSame(joined, _entering[node.Id]))
            return;
        _entering[node.Id] = joined;
        _worklist.Add(node.Id);
    }
}
