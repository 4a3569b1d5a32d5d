using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Flow;

/// <summary>What let a reply code come to an outcome, and where the decision that did so begins.</summary>
/// <param name="Atom">The atom to blame.</param>
/// <param name="Block">The block in which the decision begins.</param>
/// <param name="Step">The step of that block.</param>
internal sealed record Cause(ConditionAtom Atom, BasicBlock Block, int Step);

/// <summary>Where something is said of the mail.</summary>
/// <param name="Block">The block it stands in.</param>
/// <param name="Step">The step of that block, the branch value counted last.</param>
/// <param name="Flag">The bool operation that decides, where it is the value of a flag that says so; null where being there is enough.</param>
/// <param name="FlagValue">The value of <paramref name="Flag"/> that says so.</param>
/// <param name="Known">What let the codes come there, where that is known from the start: the key of a dictionary's entry.</param>
internal readonly record struct OutcomePoint(BasicBlock Block, int Step, IOperation? Flag = null, bool FlagValue = true, ConditionAtom? Known = null);

/// <summary>
/// Walks back from an outcome, along the edges that one reply code can take, to the nearest condition that let it come there: one whose
/// other side might have spared it. A condition that makes no difference to the outcome is no culprit, unless it is the name by which the code came.
/// </summary>
internal sealed class CauseFinder(
    FunctionBody body, ReachAnalysis reach, ConditionEvaluator tests, AtomFinder atoms, MustReachAnalysis inevitability, ReplyCodeSet unnamed)
{
    private static readonly ReplyCodeSet RealCodes = ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    private FunctionBody Body => body;

    private ReachAnalysis Reach => reach;

    private ConditionEvaluator Tests => tests;

    private AtomFinder Leaves => atoms;

    /// <param name="place">Where the outcome is.</param>
    /// <param name="code">The code that should not have come to it.</param>
    /// <param name="preferLower">Whether of two bounds the lower one is wrong.</param>
    public Cause? Find(OutcomePoint place, int code, bool preferLower)
    {
        if (place.Known is { } atom)
            return new Cause(atom, place.Block, place.Step);
        var walk = new Walk(this, code, ComesByName(place.Block));
        if (place.Flag is { } flag)
            walk.FromFlag(flag, place.FlagValue, place.Block, place.Step, within: null);
        else
            walk.Enqueue(place.Block, within: null);
        walk.Run();
        return walk.Result(preferLower);
    }

    // Where only named codes come, their names count, even if all others come to the same outcome elsewhere.
    private bool ComesByName(BasicBlock block) => !(reach.Entry(block).Codes & RealCodes).Overlaps(unnamed);

    // Whether the other side of a condition would have let some code get away from the outcome.
    private bool Matters(BasicBlock block, bool conditional)
    {
        var (branch, codes) = conditional
            ? (block.FallThroughSuccessor, reach.OnFallThrough[block.Ordinal])
            : (block.ConditionalSuccessor, reach.OnConditional[block.Ordinal]);
        return (inevitability.CanAvoidOn(block, branch) & codes).Overlaps(RealCodes);
    }

    private sealed class Walk(CauseFinder blame, int code, bool byName)
    {
        private readonly Queue<(BasicBlock Block, TextSpan? Within)> _pending = new();
        private readonly HashSet<(int Block, bool Bounded)> _seen = [];
        private readonly HashSet<(object Variable, bool Value)> _flags = [];
        private readonly List<ConditionAtom> _found = [];
        private readonly List<ConditionAtom> _otherwise = [];

        public void Enqueue(BasicBlock block, TextSpan? within)
        {
            if (_seen.Add((block.Ordinal, within is not null)))
                _pending.Enqueue((block, within));
        }

        public void Run()
        {
            while (_pending.Count > 0)
            {
                var (block, within) = _pending.Dequeue();
                foreach (var branch in block.Predecessors)
                    Through(branch, within);
                if (block.Predecessors.IsEmpty)
                    IntoHandler(block);
            }
        }

        public Cause? Result(bool preferLower)
        {
            var named = _found.FirstOrDefault(atom => !atom.IsBound);
            if (named is null && _found.Count > 0)
            {
                var preferred = preferLower ? MatchKind.LowerBound : MatchKind.UpperBound;
                named = _found.FirstOrDefault(atom => atom.Kind == MatchKind.Group) ?? _found.FirstOrDefault(atom => atom.Kind == preferred) ?? _found[0];
            }

            if (named is not null)
                return Starting(named, [named]);
            return _otherwise.Count == 0 ? null : Starting(_otherwise[0], _otherwise);
        }

        // A code that nobody named has passed every test on its way: the decision begins with the first of them.
        private Cause? Starting(ConditionAtom atom, IReadOnlyList<ConditionAtom> passed)
        {
            Cause? earliest = null;
            foreach (var one in passed)
            {
                if (blame.Body.Operations.First(Decision.Around(one.Site)) is var (block, step)
                    && (earliest is null || (block.Ordinal, step).CompareTo((earliest.Block.Ordinal, earliest.Step)) < 0))
                {
                    earliest = new Cause(atom, block, step);
                }
            }

            return earliest;
        }

        private void Through(ControlFlowBranch branch, TextSpan? within)
        {
            var source = branch.Source;
            var codes = branch.IsConditionalSuccessor ? blame.Reach.OnConditional : blame.Reach.OnFallThrough;
            if (!codes[source.Ordinal].Contains(code))
                return;
            if (source.ConditionKind == ControlFlowConditionKind.None || source.BranchValue is not { } condition)
            {
                Enqueue(source, within);
                return;
            }

            var value = branch.IsConditionalSuccessor == (source.ConditionKind == ControlFlowConditionKind.WhenTrue);
            Passed(condition, value, source, blame.StateAtBranch(source), blame.Matters(source, branch.IsConditionalSuccessor), within);
        }

        private void Passed(IOperation condition, bool value, BasicBlock block, FlowState state, bool matters, TextSpan? within)
        {
            var test = blame.Tests.Evaluate(condition, state);
            if ((!matters && !byName) || test.Equals(Constraint.Unknown) || (within is { } decision && !decision.Contains(condition.Syntax.Span)))
            {
                if (within is null)
                    Enqueue(block, within);
                return;
            }

            if (condition is ILocalReferenceOperation or IFlowCaptureReferenceOperation)
            {
                FromFlag(condition, value, block, int.MaxValue, within);
                AlongWith(condition, block, within);
                return;
            }

            Record(blame.Leaves.Atoms(condition, value, code, state), block, within);
        }

        private void Record(IEnumerable<ConditionAtom> atoms, BasicBlock block, TextSpan? within)
        {
            var passed = atoms.ToList();
            _found.AddRange(passed.Where(atom => atom.Kind != MatchKind.Otherwise));
            if (passed.Any(atom => atom.Kind != MatchKind.Otherwise && !atom.IsBound))
                return;
            if (passed.FirstOrDefault(atom => atom.IsBound) is { } bound)
            {
                Enqueue(block, Decision.Around(bound.Site));
                return;
            }

            if (within is null)
                _otherwise.AddRange(passed);
            Enqueue(block, within);
        }

        /// <summary>The places where a flag got the value that let the code through.</summary>
        public void FromFlag(IOperation flag, bool value, BasicBlock block, int step, TextSpan? within)
        {
            var operation = flag;
            while (operation is IConversionOperation conversion)
                operation = conversion.Operand;
            operation = BoolTypes.OfTask(operation);
            if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            {
                FromFlag(not.Operand, !value, block, step, within);
                return;
            }

            var variable = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IFlowCaptureReferenceOperation capture => capture.Id,
                _ => (object?)null,
            };
            if (variable is null)
            {
                var state = blame.Reach.Before(block, step);
                var test = blame.Tests.Evaluate(operation, state);
                if (test.Equals(Constraint.Always) || test.Equals(Constraint.Never) || test.Equals(Constraint.Unknown))
                    Enqueue(block, within);
                else
                    Record(blame.Leaves.Atoms(operation, value, code, state), block, within);
                return;
            }

            if (!_flags.Add((variable, value)))
                return;
            foreach (var (writer, index, written) in blame.Body.Operations.Writing(variable))
            {
                var state = blame.Reach.Before(writer, index);
                if (state.Codes.Contains(code) && blame.Written(written, variable) is { } source
                    && blame.Tests.Evaluate(source, state).When(value).Contains(code))
                {
                    FromFlag(source, value, writer, index, within);
                    if (variable is CaptureId && source is ILocalReferenceOperation)
                        AlongWith(source, writer, within);
                }
            }
        }

        // One flag of several in a decision: where it only set a bound, the others say more.
        private void AlongWith(IOperation flag, BasicBlock block, TextSpan? within)
        {
            if (_found.All(atom => atom.IsBound))
                Enqueue(block, within ?? Decision.Around(flag.Syntax));
        }

        // The first block of a handler: an exception came there past the handlers before it.
        private void IntoHandler(BasicBlock block)
        {
            var handler = block.EnclosingRegion.Within(ControlFlowRegionKind.FilterAndHandler) ?? block.EnclosingRegion.Within(ControlFlowRegionKind.Catch);
            if (handler?.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } tryAndCatch || handler.FirstBlockOrdinal != block.Ordinal)
                return;
            foreach (var earlier in tryAndCatch.HandlersBefore(handler))
            {
                if (earlier.Kind != ControlFlowRegionKind.FilterAndHandler)
                    continue;
                foreach (var filter in blame.Body.Graph.BlocksOf(earlier.NestedRegions[0]))
                {
                    foreach (var branch in new[] { filter.ConditionalSuccessor, filter.FallThroughSuccessor })
                    {
                        if (branch is { Destination: null })
                            Through(branch, within: null);
                    }
                }

                // Nothing gets past it but by failing its filter.
                if (blame.Reach.Admits(tryAndCatch, earlier).WhenFalse.IsSubsetOf(ReplyCodeSet.NoReply))
                    return;
            }
        }
    }

    private FlowState StateAtBranch(BasicBlock block) => reach.Before(block, int.MaxValue);

    private IOperation? Written(IOperation step, object variable) => step.DescendantsAndSelf().Select(operation => operation switch
    {
        IFlowCaptureOperation capture when capture.Id.Equals(variable) => capture.Value,
        ISimpleAssignmentOperation assignment when variable.Equals(body.Writes.Target(assignment.Target)) => assignment.Value,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or or BinaryOperatorKind.And } assignment
            when variable.Equals(body.Writes.Target(assignment.Target)) => assignment.Value,
        _ => null,
    }).FirstOrDefault(value => value is not null);
}
