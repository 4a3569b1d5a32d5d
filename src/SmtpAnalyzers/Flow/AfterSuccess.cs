using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Tells a retry from a routine: where a send that succeeded may come round to the same send again, the loop does not repeat it because it failed.
/// </summary>
internal static class AfterSuccess
{
    /// <summary>Whether control, once <paramref name="send"/> has come back, can meet it again without leaving <paramref name="loop"/>.</summary>
    public static bool LeadsBack(FunctionBody body, IInvocationOperation send, TextSpan? loop)
    {
        var first = Arrivals([(body.Graph.Blocks[0], null, Nothing)], send, within: null).ToList();
        var after = first.Select(arrival => (arrival.Block, (int?)StepOf(send, arrival.Block), arrival.Known)).ToList();
        return after.Count == 0 || Arrivals(after, send, loop).Any();
    }

    private static readonly ImmutableSortedDictionary<string, bool> Nothing = ImmutableSortedDictionary<string, bool>.Empty;

    private static int StepOf(IInvocationOperation send, BasicBlock block) =>
        block.Steps().TakeWhile(step => !step.DescendantsAndSelf().Contains(send)).Count();

    // Where control comes to the send, and what is known of bool variables there: sent = true ends while (!sent). No exceptions are followed.
    private static IEnumerable<(BasicBlock Block, ImmutableSortedDictionary<string, bool> Known)> Arrivals(
        IEnumerable<(BasicBlock Block, int? Step, ImmutableSortedDictionary<string, bool> Known)> from, IInvocationOperation send, TextSpan? within)
    {
        var seen = new HashSet<(int Block, string Known)>();
        var pending = new Stack<(BasicBlock Block, int? Step, ImmutableSortedDictionary<string, bool> Known)>(from);
        while (pending.Count > 0)
        {
            var (block, departure, known) = pending.Pop();
            var steps = block.Steps().Skip(departure ?? 0).ToList();
            if (steps.Any(step => within is { } loop && !loop.Contains(step.Syntax.Span)))
                continue;
            var arrives = departure is null && block.AllOperations().Contains(send);
            foreach (var step in arrives ? steps.Take(StepOf(send, block)) : steps)
                known = After(step, known);
            if (arrives)
            {
                yield return (block, known);
                continue;
            }

            foreach (var next in Successors(block, known))
            {
                if (seen.Add((next.Ordinal, string.Join(",", known))))
                    pending.Push((next, null, known));
            }
        }
    }

    private static IEnumerable<BasicBlock> Successors(BasicBlock block, ImmutableSortedDictionary<string, bool> known)
    {
        var value = block.ConditionKind == ControlFlowConditionKind.None ? null : Value(block.BranchValue, known);
        var onConditional = value is null ? (bool?)null : value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (onConditional != false && block.ConditionalSuccessor?.Destination is { } conditional)
            yield return conditional;
        if (onConditional != true && block.FallThroughSuccessor?.Destination is { } fallThrough)
            yield return fallThrough;
    }

    private static ImmutableSortedDictionary<string, bool> After(IOperation step, ImmutableSortedDictionary<string, bool> known)
    {
        foreach (var operation in step.DescendantsAndSelf())
        {
            var (target, value) = operation switch
            {
                ISimpleAssignmentOperation assignment => (Key(assignment.Target), assignment.Value),
                IFlowCaptureOperation capture => (Key(capture.Id), capture.Value),
                _ => default,
            };
            if (target is not null)
                known = Value(value, known) is { } constant ? known.SetItem(target, constant) : known.Remove(target);
        }

        return known;
    }

    private static bool? Value(IOperation? operation, ImmutableSortedDictionary<string, bool> known) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Value(not.Operand, known),
        IConversionOperation conversion => Value(conversion.Operand, known),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool right } } equal =>
            Value(equal.LeftOperand, known) is { } left ? left == right : null,
        { } variable when Key(variable) is { } key && known.TryGetValue(key, out var value) => value,
        _ => null,
    };

    // Names are unique enough within one body; a field is that of this instance or of something that is not followed.
    private static string? Key(object variable) => variable switch
    {
        ILocalReferenceOperation local => $"local {local.Local.Name} {local.Local.Locations.FirstOrDefault()?.SourceSpan.Start}",
        IParameterReferenceOperation parameter => $"parameter {parameter.Parameter.Name}",
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => $"field {field.Field.Name}",
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => $"property {property.Property.Name}",
        IFlowCaptureReferenceOperation capture => Key(capture.Id),
        CaptureId id => $"capture {id.GetHashCode()}",
        _ => null,
    };
}
