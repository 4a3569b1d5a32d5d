using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>What an operation does with a client's connection.</summary>
internal enum ConnectionUse
{
    None,

    /// <summary>It connects the client, or may do so.</summary>
    Connects,

    /// <summary>It sends with the client, which needs a connection.</summary>
    Sends,
}

/// <summary>
/// Which sends can be reached from a handler with the client's connection still closed? The state is whether control may be at a point
/// with a closed connection; to connect ends that, and so does the first send, which fails.
/// </summary>
/// <param name="body">The body.</param>
/// <param name="reach">With which codes control can be where.</param>
/// <param name="code">The code of the exception that told of the closed connection, or one that stands for it.</param>
/// <param name="useOf">What an operation of the body does with the client.</param>
internal sealed class ClosedConnection(FunctionBody body, ReachAnalysis reach, int code, Func<IOperation, ConnectionUse> useOf)
    : Transfer<bool>
{
    private readonly List<SyntaxNode> _sends = [];

    public override bool Nowhere => false;

    public override bool FollowsExceptions => false;

    /// <summary>The sends that control comes to from where <paramref name="handler"/> has caught the exception.</summary>
    public IReadOnlyList<SyntaxNode> SendsFrom(ControlFlowRegion handler, CancellationToken cancellation)
    {
        var hasFilter = handler.Kind == ControlFlowRegionKind.FilterAndHandler;
        var solver = new Solver<bool>(reach.Flow, this);
        // when (client.IsConnected) is a look at the connection like any other.
        solver.Begin(
            body.Graph.Blocks[handler.AfterFilter().FirstBlockOrdinal],
            state: !hasFilter || Through(handler.NestedRegions[0], state: true));
        solver.Run(cancellation);
        return _sends;
    }

    public override bool IsNowhere(bool state) => !state;

    public override bool AreSame(bool one, bool other) => one == other;

    public override bool Join(bool known, bool coming) => known || coming;

    public override bool After(BasicBlock block, IOperation step, bool state)
    {
        if (!state)
            return false;
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            var use = useOf(operation);
            if (use == ConnectionUse.Sends)
                _sends.Add(operation.Syntax);
            if (use != ConnectionUse.None)
                return false;
        }

        return true;
    }

    public override (bool OnConditional, bool OnFallThrough) Leave(BasicBlock block, bool state)
    {
        var (onConditional, onFallThrough) = base.Leave(block, state);
        return (
            onConditional && reach.OnConditional[block.Ordinal].Contains(code),
            onFallThrough && reach.OnFallThrough[block.Ordinal].Contains(code));
    }

    public override bool Through(ControlFlowRegion region, bool state) =>
        !body.Graph.BlocksOf(region).SelectMany(GraphExtensions.Steps).SelectMany(step => body.Writes.EffectOf(step).Operations)
            .Any(operation => useOf(operation) == ConnectionUse.Connects);
}
