using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// With which values of one reply code can control reach each block of a body?
/// <para>
/// A forward data-flow analysis over the control-flow graph: a worklist of blocks, a set of codes for each, union where paths meet,
/// intersection with what a condition lets through on each edge. Sets only grow, so it ends; what it does not understand lets every
/// code through, so no code is ever missing.
/// </para>
/// </summary>
internal sealed class ReachAnalysis
{
    private readonly ControlFlowGraph _graph;
    private readonly AccessPath _reply;
    private readonly ConditionBuilder _tests;
    private readonly VariableWrites _definitions;
    private readonly MemberWrites _memberWrites;
    private readonly FlowState[] _entry;
    private readonly List<(int Index, IOperation Step, FlowState State)>?[] _steps;
    // By handler: what has come to it, before its type is asked.
    private readonly Dictionary<ControlFlowRegion, FlowState> _coming = [];
    private readonly Dictionary<IOperation, bool> _renews = [];
    private readonly SortedSet<int> _worklist = [];
    private readonly ControlFlowRegion? _caughtBy;

    private ReachAnalysis(FunctionBody body, AccessPath reply, ConditionBuilder tests)
    {
        (_graph, _reply, _tests, _definitions) = (body.Graph, reply, tests, body.Writes);
        _memberWrites = new MemberWrites(reply, body.Resolver);
        _caughtBy = reply.Root.Identity as ControlFlowRegion;
        _steps = new List<(int, IOperation, FlowState)>?[_graph.Blocks.Length];
        _entry = new FlowState[_graph.Blocks.Length];
        for (var i = 0; i < _entry.Length; i++)
            _entry[i] = FlowState.Unreached;
    }

    /// <summary>By block: the codes that leave it on its conditional edge.</summary>
    public ReplyCodeSet[] OnConditional { get; private set; } = [];

    /// <summary>By block: the codes that leave it on its fall-through edge.</summary>
    public ReplyCodeSet[] OnFallThrough { get; private set; } = [];

    public static ReachAnalysis Run(FunctionBody body, AccessPath reply, ConditionBuilder tests, CancellationToken cancellation)
    {
        var analysis = new ReachAnalysis(body, reply, tests);
        analysis.Solve(cancellation);
        analysis.RecordEdges();
        return analysis;
    }

    /// <summary>What holds at the start of <paramref name="block"/>.</summary>
    public FlowState Entry(BasicBlock block) => _entry[block.Ordinal];

    /// <summary>Whether nothing is there that could be a reply code: it is null, or the exception that carries it has not been caught.</summary>
    public static bool IsWithoutReply(FlowState state) => state.Codes.Equals(ReplyCodeSet.NoReply);

    /// <summary>What holds before each step of <paramref name="block"/>, the branch value last.</summary>
    public IReadOnlyList<(int Index, IOperation Step, FlowState State)> Steps(BasicBlock block)
    {
        if (_steps[block.Ordinal] is not { } steps)
        {
            _steps[block.Ordinal] = steps = [];
            var state = Entry(block);
            foreach (var step in block.Steps())
            {
                steps.Add((steps.Count, step, state));
                state = After(block, step, state);
            }
        }

        return steps;
    }

    /// <summary>What holds before a step of <paramref name="block"/>, or before the last where there are fewer.</summary>
    public FlowState Before(BasicBlock block, int step) =>
        Steps(block) is { Count: > 0 and var count } steps ? steps[Math.Min(step, count - 1)].State : Entry(block);

    /// <summary>Whether the reply code is read anew in <paramref name="step"/>: what was known of it is then void.</summary>
    public bool Renews(IOperation step)
    {
        if (!_renews.TryGetValue(step, out var renews))
            _renews[step] = renews = Renews(_definitions.EffectOf(step));
        return renews;
    }

    private bool Renews(StepEffect effect)
    {
        foreach (var variable in effect.Written)
        {
            if (IsRoot(variable))
                return true;
        }

        foreach (var operation in effect.Operations)
        {
            if (_memberWrites.By(operation))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the exception of <paramref name="region"/> that carries the reply code enters <paramref name="handler"/>, by its type. Unknown for
    /// any other region: a reply code that is no part of its exception says nothing of it.
    /// </summary>
    public Constraint Admits(ControlFlowRegion region, ControlFlowRegion handler) =>
        !ReferenceEquals(region, _caughtBy) ? Constraint.Unknown
        // Object is what a catch without a type says, and System.Exception is the only exception derived from it.
        : handler.ExceptionType is not { SpecialType: not SpecialType.System_Object, BaseType.SpecialType: not SpecialType.System_Object } type ? Constraint.Always
        : _tests.TypeTest(type, _reply.Root);

    /// <summary>Whether <paramref name="region"/> is the try whose exception carries the reply code.</summary>
    public bool IsCaughtBy(ControlFlowRegion region) => ReferenceEquals(region, _caughtBy);

    private void Solve(CancellationToken cancellation)
    {
        // Before it is caught an exception has no reply code.
        Flow(_graph.Blocks[0], _caughtBy is null ? FlowState.Start : FlowState.Start with { Codes = ReplyCodeSet.NoReply });
        while (_worklist.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = _graph.Blocks[_worklist.Min];
            _worklist.Remove(block.Ordinal);
            Visit(block);
        }
    }

    private void Visit(BasicBlock block)
    {
        var state = Entry(block);
        foreach (var operation in block.Operations)
        {
            ReachHandlersAround(block, state);
            state = After(block, operation, state);
            // What throws while it assigns has not assigned yet; what is passed by reference may have been written before the throw.
            if (operation is not (IFlowCaptureOperation or ISimpleAssignmentOperation or IExpressionStatementOperation { Operation: ISimpleAssignmentOperation }))
                ReachHandlersAround(block, state);
        }

        // After its last step a block throws only where it ends in doing so: a flag that is set last is not set in the handler.
        if (block.BranchValue is not null || block.FallThroughSuccessor?.Semantics is not (ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return))
            ReachHandlersAround(block, state);
        if (block.BranchValue is { } value)
            ReachHandlersAround(block, After(block, value, state));
        var (conditional, fallThrough) = Edges(block, state);
        Follow(block, block.ConditionalSuccessor, conditional);
        Follow(block, block.FallThroughSuccessor, fallThrough);
    }

    /// <summary>The states on the conditional and on the fall-through edge.</summary>
    private (FlowState Conditional, FlowState FallThrough) Edges(BasicBlock block, FlowState state)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null)
            return (FlowState.Unreached, block.BranchValue is null ? state : After(block, block.BranchValue, state));
        var test = _tests.Evaluate(block.BranchValue, Within(_definitions.EffectOf(block.BranchValue), state));
        var afterwards = After(block, block.BranchValue, state);
        var conditional = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        return (Assume(block.BranchValue, conditional), Assume(block.BranchValue, !conditional));

        FlowState Assume(IOperation condition, bool value)
        {
            var assumed = afterwards.Restrict(test.When(value));
            return Variable(condition) is { } variable ? assumed.WithFlag(variable, value ? Constraint.Always : Constraint.Never) : assumed;
        }
    }

    private object? Variable(IOperation condition) => condition switch
    {
        ILocalReferenceOperation local when _definitions.IsFlag(local.Local) => local.Local,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    private void Follow(BasicBlock from, ControlFlowBranch? branch, FlowState state)
    {
        if (branch is null || state.Codes.IsEmpty)
            return;
        foreach (var region in branch.FinallyRegions)
            Flow(_graph.Blocks[region.FirstBlockOrdinal], state);
        if (branch.Destination is { } destination)
        {
            foreach (var region in branch.LeavingRegions)
                state = state.Without(region.CaptureIds.Select(id => (object)id).Concat(region.Locals));
            Flow(destination, state);
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling
            && from.EnclosingRegion.Within(ControlFlowRegionKind.Filter)?.EnclosingRegion is { } handler
            && handler.EnclosingRegion is { } tryAndCatch)
        {
            PassOn(tryAndCatch, handler, state);
        }
    }

    private void Flow(BasicBlock block, FlowState state)
    {
        var joined = _entry[block.Ordinal].Join(state);
        if (joined.SameAs(_entry[block.Ordinal]))
            return;
        _entry[block.Ordinal] = joined;
        _worklist.Add(block.Ordinal);
    }

    // An exception can leave a try at any point: its handlers see whatever holds somewhere in it.
    private void ReachHandlersAround(BasicBlock block, FlowState state)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.Around())
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            if (whole.Kind == ControlFlowRegionKind.TryAndFinally)
                Flow(_graph.Blocks[whole.NestedRegions[whole.NestedRegions.Length - 1].FirstBlockOrdinal], state);
            else
                PassOn(whole, after: null, ReferenceEquals(whole, _caughtBy) ? state.WithNewReply(ReplyCodeSet.All) : state);
        }
    }

    // The handlers after one that let the exception go, or all of them: each takes what its type admits and passes the rest on. What a handler has
    // passed on before goes no further.
    private void PassOn(ControlFlowRegion tryAndCatch, ControlFlowRegion? after, FlowState state)
    {
        var handlers = tryAndCatch.NestedRegions;
        for (var i = after is null ? 1 : handlers.IndexOf(after) + 1; i < handlers.Length; i++)
        {
            var handler = handlers[i];
            if (_coming.TryGetValue(handler, out var before))
            {
                state = before.Join(state);
                if (state.SameAs(before))
                    return;
            }

            _coming[handler] = state;
            var admits = Admits(tryAndCatch, handler);
            Flow(_graph.Blocks[handler.FirstBlockOrdinal], state.Restrict(admits.WhenTrue));
            // What enters a filter may be let go by it, and is passed on from there.
            state = state.Restrict(admits.WhenFalse);
            if (state.Codes.IsEmpty)
                return;
        }
    }

    private FlowState After(BasicBlock block, IOperation step, FlowState state)
    {
        var effect = _definitions.EffectOf(step);
        if (Renews(step))
            state = FlowState.Start;
        // The next attempt: what became of the last one is settled.
        if (effect.Sends && _caughtBy is not null && _caughtBy.NestedRegions[0].Contains(block))
            state = state.WithNewReply(ReplyCodeSet.NoReply);
        var (start, within) = (state, Within(effect, state));
        foreach (var write in effect.FlagWrites)
            state = state.WithFlag(write.Variable, Value(write, write.IsInside ? within : start, within));
        return state;
    }

    // What holds while a step is under way: a bool variable that is written inside it, and read beside that, may have either value.
    private static FlowState Within(StepEffect effect, FlowState state)
    {
        foreach (var write in effect.FlagWrites)
        {
            if (write.IsInside)
                state = state.WithFlag(write.Variable, Constraint.Unknown);
        }

        return state;
    }

    // A compound assignment reads the old value before anything in the new one is written.
    private Constraint Value(FlagWrite write, FlowState before, FlowState within)
    {
        var value = write.Value is null ? Constraint.Unknown : _tests.Evaluate(write.Value, within);
        return write.Compound switch
        {
            null => value,
            BinaryOperatorKind.Or => before.Flag(write.Variable).Or(value),
            BinaryOperatorKind.And => before.Flag(write.Variable).And(value),
            BinaryOperatorKind.ExclusiveOr => before.Flag(write.Variable).Xor(value),
            _ => Constraint.Unknown,
        };
    }

    private bool IsRoot(object? variable) => variable is not null && _reply.Variables.Any(root => root.Identity.Equals(variable));

    private void RecordEdges()
    {
        OnConditional = new ReplyCodeSet[_graph.Blocks.Length];
        OnFallThrough = new ReplyCodeSet[_graph.Blocks.Length];
        foreach (var block in _graph.Blocks)
        {
            var state = Entry(block);
            foreach (var operation in block.Operations)
                state = After(block, operation, state);
            var (conditional, fallThrough) = Edges(block, state);
            OnConditional[block.Ordinal] = conditional.Codes;
            OnFallThrough[block.Ordinal] = fallThrough.Codes;
        }
    }
}
