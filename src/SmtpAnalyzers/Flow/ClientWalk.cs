using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>Walks on from a handler to the next sends of a client that nothing on the way has connected.</summary>
internal sealed class ClientWalk(SendSites deliveries, FunctionBody body, AccessPath client)
{
    private readonly ClientUses _uses = new(deliveries, body);

    public static string NameOf(AccessPath client) => client switch
    {
        AccessPath.Member member => member.Symbol.Name,
        AccessPath.Variable { Identity: ISymbol symbol } => symbol.Name,
        _ => "client",
    };

    /// <param name="handler">Where the exception is caught that closed the connection.</param>
    /// <param name="reach">With which codes control can be where.</param>
    /// <param name="code">The code of the exception, or one that stands for it.</param>
    public IEnumerable<SyntaxNode> SendsFrom(ControlFlowRegion handler, ReachAnalysis reach, int code)
    {
        var first = handler.Kind == ControlFlowRegionKind.FilterAndHandler ? handler.NestedRegions[1].FirstBlockOrdinal : handler.FirstBlockOrdinal;
        var seen = new HashSet<int>();
        var pending = new Stack<BasicBlock>();
        pending.Push(body.Graph.Blocks[first]);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!seen.Add(block.Ordinal))
                continue;
            var (use, connects) = Through(block);
            if (use is not null)
                yield return use;
            if (use is not null || connects)
                continue;
            foreach (var (branch, codes) in new[]
            {
                (block.ConditionalSuccessor, reach.OnConditional[block.Ordinal]), (block.FallThroughSuccessor, reach.OnFallThrough[block.Ordinal]),
            })
            {
                if (branch?.Destination is { } next && codes.Contains(code) && !branch.FinallyRegions.Any(ConnectsIn))
                    pending.Push(next);
            }
        }
    }

    private bool ConnectsIn(ControlFlowRegion region) => body.Graph.BlocksOf(region).Any(block => Through(block).Connects);

    private (SyntaxNode? Use, bool Connects) Through(BasicBlock block)
    {
        foreach (var operation in block.AllOperations())
        {
            if (_uses.Connects(operation, client))
                return (null, true);
            if (operation is IInvocationOperation call && _uses.SentWith(call).Contains(client))
                return (call.Syntax, false);
        }

        return (null, false);
    }
}
