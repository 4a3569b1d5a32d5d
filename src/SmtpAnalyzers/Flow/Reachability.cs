using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Which blocks of a body control can come to from which others, exceptions left aside. A search stops as soon as it has found the block
/// that is asked for, and goes on from there when another is.
/// </summary>
internal sealed class Reachability
{
    private readonly Dictionary<int, Search> _searches = [];

    private Reachability()
    {
    }

    public static Reachability Of(FunctionBody body) => body.Once(static _ => new Reachability());

    /// <summary>Whether control can come from the start of one block to the start of another, or the two are the same.</summary>
    public bool Reaches(BasicBlock from, BasicBlock to)
    {
        if (!_searches.TryGetValue(from.Ordinal, out var search))
            _searches[from.Ordinal] = search = new Search(from);
        return search.Finds(to);
    }

    private sealed class Search
    {
        private readonly HashSet<int> _found = [];
        private readonly Stack<BasicBlock> _pending = new();

        public Search(BasicBlock from) => Found(from);

        public bool Finds(BasicBlock block)
        {
            while (!_found.Contains(block.Ordinal) && _pending.Count > 0)
            {
                var next = _pending.Pop();
                Found(next.ConditionalSuccessor?.Destination);
                Found(next.FallThroughSuccessor?.Destination);
            }

            return _found.Contains(block.Ordinal);
        }

        private void Found(BasicBlock? block)
        {
            if (block is not null && _found.Add(block.Ordinal))
                _pending.Push(block);
        }
    }
}
