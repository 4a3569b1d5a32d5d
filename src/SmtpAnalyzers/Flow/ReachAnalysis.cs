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
/// A forward analysis: the state is the set of codes that are possible at a point, and for each bool variable with which of them it may
/// be true or false; paths that meet unite their sets, a condition intersects with what it lets through. What is not understood lets
/// every code through, so no code is ever missing.
/// </para>
/// </summary>
internal sealed class ReachAnalysis : Transfer<FlowState>
{
    private readonly FunctionBody _body;
    private readonly ControlFlowGraph _graph;
    private readonly AccessPath _reply;
    private readonly ConditionBuilder _tests;
    private readonly Renewals _renewals;
    private readonly ControlFlowRegion? _caughtBy;
    private readonly Solver<FlowState> _solver;
    private readonly (int Index, IOperation Step, FlowState State)[]?[] _steps;
    private readonly ReplyCodeSet?[] _replaced;

    private ReachAnalysis(FunctionBody body, AccessPath reply, ConditionBuilder tests)
    {
        (_body, _graph, _reply, _tests) = (body, body.Graph, reply, tests);
        _renewals = new Renewals(body, reply);
        _caughtBy = reply.Root.Identity as ControlFlowRegion;
        _steps = new (int, IOperation, FlowState)[]?[_graph.Blocks.Length];
        _replaced = new ReplyCodeSet?[_graph.Blocks.Length];
        OnConditional = new ReplyCodeSet[_graph.Blocks.Length];
        OnFallThrough = new ReplyCodeSet[_graph.Blocks.Length];
        for (var i = 0; i < _graph.Blocks.Length; i++)
            OnConditional[i] = OnFallThrough[i] = ReplyCodeSet.Empty;
        _solver = new Solver<FlowState>(FlowGraph.Of(body), this);
    }

    /// <summary>By block: the codes that leave it on its conditional edge.</summary>
    public ReplyCodeSet[] OnConditional { get; }

    /// <summary>By block: the codes that leave it on its fall-through edge.</summary>
    public ReplyCodeSet[] OnFallThrough { get; }

    /// <summary>By node: the codes that leave the body at all, remembered for whoever asks what avoids no marks.</summary>
    public ReplyCodeSet[]? AvoidingNoMarks { get; set; }

    public override FlowState Nowhere => FlowState.Unreached;

    public FlowGraph Flow => FlowGraph.Of(_body);

    public static ReachAnalysis Run(FunctionBody body, AccessPath reply, ConditionBuilder tests, CancellationToken cancellation)
    {
        var analysis = new ReachAnalysis(body, reply, tests);
        // Before it is caught an exception has no reply code.
        var start = analysis._caughtBy is null ? FlowState.Start : FlowState.Start with { Codes = ReplyCodeSet.NoReply };
        analysis._solver.Begin(body.Graph.Blocks[0], start);
        analysis._solver.Run(cancellation);
        return analysis;
    }

    /// <summary>What holds at the start of <paramref name="block"/>.</summary>
    public FlowState Entry(BasicBlock block) => _solver.Entering(block);

    /// <summary>
    /// Whether nothing is there that could be a reply code: it is null, or the exception that carries it has not been caught.
    /// </summary>
    public static bool IsWithoutReply(FlowState state) => state.Codes.Equals(ReplyCodeSet.NoReply);

    /// <summary>What holds before each step of <paramref name="block"/>, the branch value last.</summary>
    public (int Index, IOperation Step, FlowState State)[] Steps(BasicBlock block)
    {
        if (_steps[block.Ordinal] is not { } steps)
        {
            _steps[block.Ordinal] = steps = new (int, IOperation, FlowState)[block.StepCount()];
            var state = Entry(block);
            for (var i = 0; i < steps.Length; i++)
            {
                steps[i] = (i, block.StepAt(i), state);
                state = After(block, steps[i].Step, state);
            }
        }

        return steps;
    }

    /// <summary>What holds before a step of <paramref name="block"/>, or before the last where there are fewer.</summary>
    public FlowState Before(BasicBlock block, int step) =>
        Steps(block) is { Length: > 0 and var count } steps ? steps[Math.Min(step, count - 1)].State : Entry(block);

    /// <summary>Whether another reply takes the place of this one in <paramref name="step"/>: what was known of it is then void.</summary>
    public bool Renews(IOperation step) => _renewals.In(step);

    /// <summary>The first step of <paramref name="block"/> in which that happens, or null.</summary>
    public int? FirstRenewal(BasicBlock block) => _renewals.FirstIn(block);

    /// <summary>
    /// The codes that come to <paramref name="block"/> and do not leave it, since another reply has taken their place on the way.
    /// </summary>
    public ReplyCodeSet ReplacedIn(BasicBlock block) =>
        _replaced[block.Ordinal] ??= Entry(block).Codes - OnFallThrough[block.Ordinal] - OnConditional[block.Ordinal];

    /// <summary>
    /// Whether the exception of <paramref name="region"/> that carries the reply code enters <paramref name="handler"/>, by its type.
    /// Unknown for any other region: a reply code that is no part of its exception says nothing of it.
    /// </summary>
    public Constraint Admits(ControlFlowRegion region, ControlFlowRegion handler) =>
        !IsCaughtBy(region) ? Constraint.Unknown
        : CatchesAll(handler.ExceptionType) ? Constraint.Always
        // A type of the program's that doesn't resolve: the libraries' own are known.
        : handler.ExceptionType is { TypeKind: TypeKind.Error } ? Constraint.Never
        : _tests.TypeTest(handler.ExceptionType!, _reply.Root);

    // Object is what a catch without a type says, and System.Exception is the only exception derived from it.
    private static bool CatchesAll(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object } or { BaseType.SpecialType: SpecialType.System_Object };

    /// <summary>Whether <paramref name="region"/> is the try whose exception carries the reply code.</summary>
    public bool IsCaughtBy(ControlFlowRegion region) => ReferenceEquals(region, _caughtBy);

    public override bool IsNowhere(FlowState state) => state.Codes.IsEmpty;

    public override bool AreSame(FlowState one, FlowState other) => ReferenceEquals(one, other) || one.SameAs(other);

    public override FlowState Join(FlowState known, FlowState coming) => known.Join(coming);

    public override FlowState After(BasicBlock block, IOperation step, FlowState state)
    {
        if (state.Codes.IsEmpty)
            return state;
        if (Renews(step))
            state = FlowState.Start;
        var effect = _body.Writes.EffectOf(step);
        // The next attempt: what became of the last one is settled.
        if (_caughtBy is not null && _caughtBy.NestedRegions[0].Contains(block) && _body.Sends(effect))
            state = state.WithNewReply(ReplyCodeSet.NoReply);
        if (effect.FlagWrites.Length == 0)
            return state;
        var (start, within) = (state, Within(effect, state));
        foreach (var write in effect.FlagWrites)
            state = state.WithFlag(write.Variable, Value(write, write.IsInside ? within : start, within));
        return state;
    }

    public override (FlowState OnConditional, FlowState OnFallThrough) Leave(BasicBlock block, FlowState state)
    {
        var (conditional, fallThrough) = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null
            ? base.Leave(block, state)
            : Decide(block, block.BranchValue, state);
        // The last visit of a block is the one with all that comes to it.
        (OnConditional[block.Ordinal], OnFallThrough[block.Ordinal]) = (conditional.Codes, fallThrough.Codes);
        return (conditional, fallThrough);
    }

    public override FlowState Along(FlowEdge edge, FlowState state)
    {
        switch (edge.Kind)
        {
            case FlowEdgeKind.Branch when !state.Flags.IsEmpty:
                foreach (var region in edge.Branch!.LeavingRegions)
                    state = state.Without(region.CaptureIds.Select(static id => (object)id).Concat(region.Locals));
                return state;
            case FlowEdgeKind.Caught when IsCaughtBy(edge.Region!):
                return state.WithNewReply(ReplyCodeSet.All);
            case FlowEdgeKind.Admitted:
                return state.Restrict(Admits(edge.Region!.EnclosingRegion!, edge.Region).WhenTrue);
            case FlowEdgeKind.Declined:
                return state.Restrict(Admits(edge.Region!.EnclosingRegion!, edge.Region).WhenFalse);
            default:
                return state;
        }
    }

    // No flag that is written in a finally is followed.
    public override FlowState Through(ControlFlowRegion region, FlowState state) => _renewals.In(region) ? FlowState.Start : state;

    private (FlowState OnConditional, FlowState OnFallThrough) Decide(BasicBlock block, IOperation condition, FlowState state)
    {
        var test = _tests.Evaluate(condition, Within(_body.Writes.EffectOf(condition), state));
        var afterwards = After(block, condition, state);
        var conditional = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        return (Assume(conditional), Assume(!conditional));

        FlowState Assume(bool value)
        {
            var assumed = afterwards.Restrict(test.When(value));
            return Variable(condition) is { } variable ? assumed.WithFlag(variable, value ? Constraint.Always : Constraint.Never) : assumed;
        }
    }

    private object? Variable(IOperation condition) => condition switch
    {
        ILocalReferenceOperation local when _body.Writes.IsFlag(local.Local) => local.Local,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    // A bool variable that is written inside a step may have either value while the step runs.
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
}
