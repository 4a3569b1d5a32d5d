using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Which branches must control take to come from where it starts to a block, exceptions left aside?
/// <para>
/// A node dominates another if every path from the start to the other leads through it. The nearest one that does so is its immediate
/// dominator, and these form a tree. It is found by the method of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm"): go
/// through the nodes in reverse postorder, give each the nearest common ancestor of its predecessors, and repeat until nothing changes.
/// To answer for branches, and not for blocks only, each branch out of a condition is a node as well.
/// </para>
/// </summary>
internal sealed class Dominance
{
    private const int Unreached = -1;

    private readonly ControlFlowGraph _graph;
    private readonly List<int> _postorder = [];
    private readonly int[] _number;
    private readonly int[] _dominator;

    /// <param name="graph">The body.</param>
    /// <param name="starts">The blocks at one of which control starts.</param>
    public Dominance(ControlFlowGraph graph, IReadOnlyList<BasicBlock> starts)
    {
        _graph = graph;
        // The blocks, the branches (see NodeOf), and one node before all starts.
        var root = 3 * graph.Blocks.Length;
        (_number, _dominator) = (new int[root + 1], new int[root + 1]);
        for (var i = 0; i <= root; i++)
            _number[i] = _dominator[i] = Unreached;
        Search(root, starts);
        Solve(root, new HashSet<int>(starts.Select(static start => start.Ordinal)));
    }

    /// <summary>Whether control can come to <paramref name="block"/>.</summary>
    public bool Reaches(BasicBlock block) => _number[block.Ordinal] != Unreached;

    /// <summary>
    /// Whether control comes to <paramref name="block"/> by <paramref name="way"/>, a branch out of a condition, or not at all.
    /// </summary>
    public bool OnlyBy(ControlFlowBranch? way, BasicBlock block)
    {
        if (!Reaches(block))
            return true;
        if (way?.Destination is null)
            return false;
        var (branch, node) = (NodeOf(way), block.Ordinal);
        // Upwards in the tree the numbers grow.
        while (_number[node] < _number[branch])
            node = _dominator[node];
        return node == branch;
    }

    private int NodeOf(ControlFlowBranch branch) =>
        _graph.Blocks.Length + (2 * branch.Source.Ordinal) + (branch.IsConditionalSuccessor ? 0 : 1);

    // The nodes in postorder, without recursion: a node is numbered when all that it leads to have been seen.
    private void Search(int root, IReadOnlyList<BasicBlock> starts)
    {
        var seen = new bool[root + 1];
        var pending = new Stack<(int Node, bool IsLeft)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            var (node, isLeft) = pending.Pop();
            if (isLeft)
            {
                _number[node] = _postorder.Count;
                _postorder.Add(node);
                continue;
            }

            if (seen[node])
                continue;
            seen[node] = true;
            pending.Push((node, true));
            if (node == root)
            {
                foreach (var start in starts)
                    pending.Push((start.Ordinal, false));
            }
            else if (node < _graph.Blocks.Length)
            {
                Push(_graph.Blocks[node].FallThroughSuccessor);
                Push(_graph.Blocks[node].ConditionalSuccessor);
            }
            else
            {
                pending.Push((BranchOf(node).Destination!.Ordinal, false));
            }
        }

        void Push(ControlFlowBranch? branch)
        {
            if (branch?.Destination is not null)
                pending.Push((NodeOf(branch), false));
        }
    }

    private ControlFlowBranch BranchOf(int node)
    {
        var (block, side) = ((node - _graph.Blocks.Length) / 2, (node - _graph.Blocks.Length) % 2);
        return side == 0 ? _graph.Blocks[block].ConditionalSuccessor! : _graph.Blocks[block].FallThroughSuccessor!;
    }

    private void Solve(int root, HashSet<int> starts)
    {
        bool changed;
        do
        {
            changed = false;
            for (var i = _postorder.Count - 2; i >= 0; i--)
            {
                var (node, dominator) = (_postorder[i], Unreached);
                if (node >= _graph.Blocks.Length)
                {
                    dominator = (node - _graph.Blocks.Length) / 2;
                }
                else
                {
                    if (starts.Contains(node))
                        dominator = root;
                    foreach (var branch in _graph.Blocks[node].Predecessors)
                        dominator = Common(dominator, NodeOf(branch));
                }

                changed |= _dominator[node] != dominator;
                _dominator[node] = dominator;
            }
        }
        while (changed);
    }

    // The nearest dominator of both. What has not been reached has no say.
    private int Common(int one, int other)
    {
        if (one == Unreached || _dominator[other] == Unreached)
            return one == Unreached && _dominator[other] != Unreached ? other : one;
        while (one != other)
        {
            while (_number[one] < _number[other])
                one = _dominator[one];
            while (_number[other] < _number[one])
                other = _dominator[other];
        }

        return one;
    }
}
