using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// The blocks that control comes to after a decision has come out one way, as long as the decision is not made again: in the next round
/// of a loop it is. Exceptions count where the code throws them.
/// </summary>
internal sealed class Aftermath
{
    private readonly HashSet<BasicBlock> _blocks = [];
    private readonly ControlFlowGraph _graph;

    private Aftermath(ControlFlowGraph graph) => _graph = graph;

    public IReadOnlyCollection<BasicBlock> Blocks => _blocks;

    /// <summary>Whether an exception leaves the function.</summary>
    public bool Escapes { get; private set; }

    /// <summary>After <paramref name="decision"/> has left by <paramref name="branch"/>.</summary>
    public static Aftermath Of(ControlFlowGraph graph, BasicBlock decision, ControlFlowBranch? branch)
    {
        var after = new Aftermath(graph);
        after.Walk(branch?.Destination is { } next ? [next] : [], decision);
        return after;
    }

    /// <summary>After <paramref name="decision"/> has run to its end: itself, and what follows.</summary>
    public static Aftermath OfSuccess(ControlFlowGraph graph, BasicBlock decision)
    {
        var after = new Aftermath(graph);
        after.Walk([decision], decision);
        return after;
    }

    /// <summary>After <paramref name="decision"/> has thrown <paramref name="exception"/>, or any where it is null.</summary>
    public static Aftermath OfThrow(ControlFlowGraph graph, BasicBlock decision, ITypeSymbol? exception)
    {
        var after = new Aftermath(graph);
        after.Walk(after.Handlers(decision, exception), decision);
        return after;
    }

    private void Walk(IEnumerable<BasicBlock> from, BasicBlock decision)
    {
        var pending = new Stack<BasicBlock>(from);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!_blocks.Add(block))
                continue;
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                IEnumerable<BasicBlock> following = branch switch
                {
                    { Destination: { } next } => [next],
                    // No arm of a switch matches: the compiler does not see that one always does.
                    { Semantics: ControlFlowBranchSemantics.Throw } when block.BranchValue?.Unconverted() is { IsImplicit: true } => [],
                    { Semantics: ControlFlowBranchSemantics.Throw } => Handlers(block, block.BranchValue?.Unconverted().Type),
                    { Semantics: ControlFlowBranchSemantics.Rethrow } => Handlers(block, exception: null),
                    _ => [],
                };
                foreach (var next in following)
                {
                    if (next != decision)
                        pending.Push(next);
                }
            }
        }
    }

    // The first blocks of the handlers that may be given the exception.
    private List<BasicBlock> Handlers(BasicBlock block, ITypeSymbol? exception)
    {
        var handlers = new List<BasicBlock>();
        for (var attempt = block.EnclosingRegion.Within(ControlFlowRegionKind.Try);
            attempt is not null;
            attempt = attempt.EnclosingRegion!.Around().Within(ControlFlowRegionKind.Try))
        {
            if (attempt.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } whole)
                continue;
            foreach (var handler in whole.Handlers())
            {
                var takesAll = handler.ExceptionType is not { SpecialType: not SpecialType.System_Object } caught
                    || caught is { Name: "Exception", ContainingNamespace.Name: "System" }
                    || (exception is not null && MailSymbols.Derives(exception, caught));
                if (takesAll || exception is null || MailSymbols.Derives(handler.ExceptionType!, exception))
                    handlers.Add(_graph.Blocks[handler.FirstBlockOrdinal]);
                if (takesAll && handler.Kind == ControlFlowRegionKind.Catch)
                    return handlers;
            }
        }

        Escapes = true;
        return handlers;
    }
}
