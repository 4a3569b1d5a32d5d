using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// What one analysis knows at a point of a body, and how the steps of the body change it: the half of a data-flow analysis that differs
/// from question to question. <see cref="Solver{TState}"/> is the other half.
/// <para>
/// States form a lattice: <see cref="Nowhere"/> is below all others, <see cref="Join"/> gives what holds where control may come from
/// either of two points. For a solution to exist, and to be found in finitely many steps, a state may only grow by a join, only finitely
/// often, and no method may answer less for a larger state.
/// </para>
/// </summary>
internal abstract class Transfer<TState>
{
    /// <summary>The state of a point to which control never comes.</summary>
    public abstract TState Nowhere { get; }

    /// <summary>Whether exceptions are followed into handlers and finally regions.</summary>
    public virtual bool FollowsExceptions => true;

    public abstract bool IsNowhere(TState state);

    public abstract bool AreSame(TState one, TState other);

    /// <summary>What holds where control comes with <paramref name="known"/> or with <paramref name="coming"/>.</summary>
    public abstract TState Join(TState known, TState coming);

    /// <summary>What holds after a step of <paramref name="block"/>.</summary>
    public abstract TState After(BasicBlock block, IOperation step, TState state);

    /// <summary>
    /// What holds on the two ways out of <paramref name="block"/>, given what holds after its last operation, before its condition.
    /// </summary>
    public virtual (TState OnConditional, TState OnFallThrough) Leave(BasicBlock block, TState state)
    {
        var after = block.BranchValue is { } value ? After(block, value, state) : state;
        return (after, after);
    }

    /// <summary>What holds at the end of <paramref name="edge"/>, given what holds at its start.</summary>
    public virtual TState Along(FlowEdge edge, TState state) => state;

    /// <summary>
    /// What holds behind a finally that control has run through as a whole. Its own blocks see the states of all branches that enter it;
    /// so as not to mix these, each branch goes on with its own state, changed by whatever the finally may do.
    /// </summary>
    public virtual TState Through(ControlFlowRegion region, TState state) => state;
}
