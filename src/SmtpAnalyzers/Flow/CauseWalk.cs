using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Walks back from an outcome, along the edges that one reply code can take, to the nearest condition that let it come there: one whose
/// other side might have spared it. A condition that makes no difference to the outcome is no cause, unless it is the name by which the
/// code came.
/// </summary>
// Every class of codes walks the same way: what does not depend on the code is kept.
internal sealed class CauseWalk(FunctionBody body, ReachAnalysis reach, ConditionBuilder conditions, MustReachAnalysis outcome)
{

    private readonly Dictionary<SyntaxNode, TextSpan> _decisions = [];
    private readonly Condition?[] _conditions = new Condition?[body.Graph.Blocks.Length];
    private readonly Dictionary<ControlFlowBranch, bool> _matters = [];
    // By block, within a decision and not: the last walk that came there.
    private readonly int[] _seen = new int[2 * body.Graph.Blocks.Length];
    private readonly Queue<(BasicBlock Block, TextSpan? Within)> _pending = new();
    private readonly HashSet<(object Variable, bool Value)> _flags = [];
    private readonly List<ConditionAtom> _passed = [];
    private readonly List<ConditionAtom> _bounds = [];
    private int _walks;
    private int _code;
    private bool _byName;
    private ConditionAtom? _named, _firstOtherwise;
    private (BasicBlock Block, int Step)? _start;
    private TextSpan _decided;

    /// <summary>
    /// The atom to blame for <paramref name="code"/> at <paramref name="place"/>, or null where nothing on its way made a difference.
    /// </summary>
    /// <param name="place">Where the outcome is.</param>
    /// <param name="code">The code that should not have come to it.</param>
    /// <param name="byName">Whether a name counts that made no difference.</param>
    /// <param name="preferLower">Whether of two bounds the lower one is wrong.</param>
    public Cause? Run(OutcomePoint place, int code, bool byName, bool preferLower)
    {
        (_code, _byName, _named, _firstOtherwise, _start, _decided) = (code, byName, null, null, null, default);
        _walks++;
        _pending.Clear();
        _flags.Clear();
        _bounds.Clear();
        if (place.Flag is { } flag)
            Decided(conditions.Of(flag), place.FlagValue, place.Block, place.Step, within: null);
        else
            Enqueue(place.Block, within: null);
        while (_named is null && _pending.Count > 0)
        {
            var (block, within) = _pending.Dequeue();
            foreach (var branch in block.Predecessors)
                Through(branch, within);
            IntoHandler(block);
        }

        return Result(preferLower);
    }

    private Cause? Result(bool preferLower)
    {
        var preferred = preferLower ? MatchKind.LowerBound : MatchKind.UpperBound;
        var asking = _named
            ?? _bounds.Find(static atom => atom.Kind == MatchKind.Group)
            ?? _bounds.Find(atom => atom.Kind == preferred)
            ?? _bounds.FirstOrDefault();
        var (atom, beginning) = asking is null
            ? (_firstOtherwise, _start)
            : (asking, body.Operations.First(Decision.Around(asking.Site, _decisions)));
        return atom is not null && beginning is var (block, step) ? new Cause(atom, block, step) : null;
    }

    // A code that nobody named has passed every test on its way: the decision begins with the first of them.
    private void PassedUnnamed(ConditionAtom atom)
    {
        _firstOtherwise ??= atom;
        if (_decided.Contains(atom.Site.Span) && _start is not null)
            return;
        _decided = Decision.Around(atom.Site, _decisions);
        if (body.Operations.First(_decided) is var (block, step)
            && (_start is not { } start || (block.Ordinal, step).CompareTo((start.Block.Ordinal, start.Step)) < 0))
        {
            _start = (block, step);
        }
    }

    private void Enqueue(BasicBlock block, TextSpan? within)
    {
        ref var seen = ref _seen[(2 * block.Ordinal) + (within is null ? 0 : 1)];
        if (seen == _walks)
            return;
        seen = _walks;
        _pending.Enqueue((block, within));
    }

    private void Through(ControlFlowBranch branch, TextSpan? within)
    {
        var source = branch.Source;
        if (!Passing(branch).Contains(_code))
            return;
        if (source.BranchValue is not { } operation)
        {
            Enqueue(source, within);
            return;
        }

        if (within is { } decision && !decision.Contains(operation.Syntax.Span))
            return;
        var condition = _conditions[source.Ordinal] ??= conditions.Of(operation);
        if ((!_byName && !Matters(branch)) || SaysNothing(condition, reach.Before(source, int.MaxValue)))
        {
            Enqueue(source, within);
            return;
        }

        var value = branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue);
        Decided(condition, value, source, int.MaxValue, within);
        if (!IsFlag(condition))
            return;
        // A flag that was set before there was a reply, while (!sent), says nothing of it.
        if (IsSetWithCode(condition, value))
            AlongWith(condition, source);
        else
            Enqueue(source, within);
    }

    // Every code that comes there may make it true, and false: it looks at something else, or at a flag that does.
    private static bool SaysNothing(Condition condition, FlowState state) => condition.Evaluate(state) is var test
        && (test.Equals(Constraint.Unknown) || test.Equals(new Constraint(state.Codes, state.Codes)));

    private ReplyCodeSet Passing(ControlFlowBranch branch) =>
        (branch.IsConditionalSuccessor ? reach.OnConditional : reach.OnFallThrough)[branch.Source.Ordinal];

    // A condition matters if its other side would have let some code get away from the outcome.
    private bool Matters(ControlFlowBranch branch)
    {
        if (!_matters.TryGetValue(branch, out var matters))
        {
            var block = branch.Source;
            var other = branch.IsConditionalSuccessor ? block.FallThroughSuccessor! : block.ConditionalSuccessor!;
            _matters[branch] = matters = (outcome.CanAvoidOn(block, other) & Passing(other)).Overlaps(ReplyCodeSet.Real);
        }

        return matters;
    }

    private static bool IsFlag(Condition condition) => condition is Condition.Flag or Condition.Not { Operand: Condition.Flag };

    private bool IsSetWithCode(Condition condition, bool value)
    {
        while (condition is Condition.Not not)
            (condition, value) = (not.Operand, !value);
        return condition is Condition.Flag flag && body.Operations.Writing(flag.Variable).Any(write =>
            reach.Before(write.Block, write.Step) is var state && state.Codes.Contains(_code)
            && ValueOf(write.Operation, flag.Variable) is { } source
            && conditions.Of(source).Evaluate(state).When(value).Contains(_code));
    }

    // By being value, the condition let the code through. A flag leads to where it got that value.
    private void Decided(Condition condition, bool value, BasicBlock block, int step, TextSpan? within)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (condition is Condition.Not not)
        {
            Decided(not.Operand, !value, block, step, within);
            return;
        }

        if (condition is Condition.Flag flag)
        {
            Written(flag.Variable, value, within);
            return;
        }

        var state = reach.Before(block, step);
        var test = condition.Evaluate(state);
        if (test.Equals(Constraint.Always) || test.Equals(Constraint.Never) || SaysNothing(condition, state))
        {
            Enqueue(block, within);
            return;
        }

        _passed.Clear();
        Blame.AddTo(_passed, condition, value, _code, state);
        Record(block, within);
    }

    private void Record(BasicBlock block, TextSpan? within)
    {
        ConditionAtom? bound = null;
        foreach (var atom in _passed)
        {
            if (atom.IsBound)
                _bounds.Add(bound = atom);
            else if (atom.Kind != MatchKind.Otherwise)
                _named ??= atom;
        }

        if (bound is not null)
        {
            Enqueue(block, Decision.Around(bound.Site, _decisions));
            return;
        }

        if (_passed is [var passed, ..])
            PassedUnnamed(passed);
        Enqueue(block, within);
    }

    private void Written(object variable, bool value, TextSpan? within)
    {
        if (!_flags.Add((variable, value)))
            return;
        foreach (var (writer, index, step) in body.Operations.Writing(variable))
        {
            var state = reach.Before(writer, index);
            if (!state.Codes.Contains(_code) || ValueOf(step, variable) is not { } source)
                continue;
            var condition = conditions.Of(source);
            if (!condition.Evaluate(state).When(value).Contains(_code))
                continue;
            Decided(condition, value, writer, index, within);
            if (condition is Condition.Flag)
                AlongWith(condition, writer);
        }
    }

    // One flag of several in a decision: where it only set a bound, the others say more.
    private void AlongWith(Condition flag, BasicBlock block) => Enqueue(block, Decision.Around(flag.Syntax, _decisions));

    private IOperation? ValueOf(IOperation step, object variable) =>
        body.Writes.EffectOf(step).FlagWrites.LastOrDefault(write => write.Variable.Equals(variable))?.Value;

    // The first block of a handler: an exception came there past the handlers before it.
    private void IntoHandler(BasicBlock block)
    {
        var handler = block.EnclosingRegion.Within(ControlFlowRegionKind.FilterAndHandler)
            ?? block.EnclosingRegion.Within(ControlFlowRegionKind.Catch);
        if (handler?.EnclosingRegion is not { } tryAndCatch || handler.FirstBlockOrdinal != block.Ordinal)
            return;
        foreach (var earlier in tryAndCatch.HandlersBefore(handler))
        {
            if (earlier.Kind != ControlFlowRegionKind.FilterAndHandler)
                continue;
            foreach (var filter in body.Graph.BlocksOf(earlier.NestedRegions[0]))
            {
                foreach (var branch in new[] { filter.ConditionalSuccessor, filter.FallThroughSuccessor })
                {
                    if (branch is { Destination: null })
                        Through(branch, within: null);
                }
            }

            // Nothing gets past it but by failing its filter.
            if (reach.Admits(tryAndCatch, earlier).WhenFalse.IsSubsetOf(ReplyCodeSet.NoReply))
                return;
        }
    }
}
