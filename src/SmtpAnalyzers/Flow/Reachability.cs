using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Which blocks of a body control can come to from which others, exceptions left aside. A search stops as soon as it has found the block
/// that is asked for, and goes on from there when another is.
/// </summary>
internal sealed class Reachability
{
    private readonly Search?[] _searches;

    private Reachability(int blocks) => _searches = new Search?[blocks];

    public static Reachability Of(FunctionBody body) => body.Once(static body => new Reachability(body.Graph.Blocks.Length));

    /// <summary>Whether control can come from the start of one block to the start of another, or the two are the same.</summary>
    public bool Reaches(BasicBlock from, BasicBlock to) => (_searches[from.Ordinal] ??= new Search(from, _searches.Length)).Finds(to);

    /// <summary>Whether control can come from the start of one block to a later one without a way back: in one round of a loop.</summary>
    public static bool LeadsOnTo(BasicBlock from, BasicBlock to)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<BasicBlock>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is not { } next || next.Ordinal <= block.Ordinal || next.Ordinal > to.Ordinal)
                    continue;
                if (next == to)
                    return true;
                if (seen.Add(next.Ordinal))
                    pending.Push(next);
            }
        }

        return false;
    }

    private sealed class Search
    {
        // One bit a block: there may be as many searches as blocks.
        private readonly ulong[] _found;
        private readonly Stack<BasicBlock> _pending = new();

        public Search(BasicBlock from, int blocks)
        {
            _found = new ulong[(blocks + 63) / 64];
            Found(from);
        }

        public bool Finds(BasicBlock block)
        {
            while (!IsFound(block) && _pending.Count > 0)
            {
                var next = _pending.Pop();
                Found(next.ConditionalSuccessor?.Destination);
                Found(next.FallThroughSuccessor?.Destination);
            }

            return IsFound(block);
        }

        private void Found(BasicBlock? block)
        {
            if (block is null || IsFound(block))
                return;
            _found[block.Ordinal >> 6] |= 1UL << (block.Ordinal & 63);
            _pending.Push(block);
        }

        private bool IsFound(BasicBlock block) => (_found[block.Ordinal >> 6] >> (block.Ordinal & 63) & 1) != 0;
    }
}
