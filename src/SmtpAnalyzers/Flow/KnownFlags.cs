using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Which bool variables have a known value at a point, as a constant was assigned to them: <c>sent = true</c> ends <c>while (!sent)</c>.
/// The state holds those that are known, and is null where control never comes. Exceptions are not followed.
/// </summary>
internal class KnownFlags(FunctionBody body) : Transfer<ImmutableDictionary<object, bool>?>
{
    public static readonly ImmutableDictionary<object, bool> Nothing = ImmutableDictionary<object, bool>.Empty;

    public override ImmutableDictionary<object, bool>? Nowhere => null;

    public override bool FollowsExceptions => false;

    public override bool IsNowhere(ImmutableDictionary<object, bool>? state) => state is null;

    // A join only forgets.
    public override bool AreSame(ImmutableDictionary<object, bool>? one, ImmutableDictionary<object, bool>? other) =>
        ReferenceEquals(one, other) || one?.Count == other?.Count;

    public override ImmutableDictionary<object, bool>? Join(
        ImmutableDictionary<object, bool>? known, ImmutableDictionary<object, bool>? coming)
    {
        if (known is null || coming is null || ReferenceEquals(known, coming))
            return known ?? coming;
        var joined = known;
        foreach (var flag in known)
        {
            if (!coming.TryGetValue(flag.Key, out var value) || value != flag.Value)
                joined = joined.Remove(flag.Key);
        }

        return joined;
    }

    public override ImmutableDictionary<object, bool>? After(BasicBlock block, IOperation step, ImmutableDictionary<object, bool>? state)
    {
        if (state is null)
            return null;
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            if (Assigned(operation) is not ({ } target, var value))
                continue;
            state = Value(value, state) is { } constant ? state.SetItem(target, constant) : state.Remove(target);
        }

        return state;
    }

    public override (ImmutableDictionary<object, bool>? OnConditional, ImmutableDictionary<object, bool>? OnFallThrough) Leave(
        BasicBlock block, ImmutableDictionary<object, bool>? state)
    {
        var (onConditional, onFallThrough) = base.Leave(block, state);
        if (onFallThrough is null || block.ConditionKind == ControlFlowConditionKind.None
            || Value(block.BranchValue, onFallThrough) is not { } value)
        {
            return (onConditional, onFallThrough);
        }

        return value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? (onConditional, null) : (null, onFallThrough);
    }

    // Which of its assignments a finally comes to is not looked at.
    public override ImmutableDictionary<object, bool>? Through(ControlFlowRegion region, ImmutableDictionary<object, bool>? state)
    {
        if (state is not { IsEmpty: false })
            return state;
        return state.RemoveRange(
            from block in body.Graph.BlocksOf(region)
            from step in block.Steps()
            from operation in body.Writes.EffectOf(step).Operations
            let target = Assigned(operation).Target
            where target is not null
            select target);
    }

    private static (object? Target, IOperation? Value) Assigned(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment => (Variable(assignment.Target), assignment.Value),
        IFlowCaptureOperation capture => (capture.Id, capture.Value),
        _ => default,
    };

    private static bool? Value(IOperation? operation, ImmutableDictionary<object, bool> known) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Value(not.Operand, known),
        IConversionOperation conversion => Value(conversion.Operand, known),
        IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool right },
        } equal
            => Value(equal.LeftOperand, known) is { } left ? left == right : null,
        { } variable when Variable(variable) is { } key && known.TryGetValue(key, out var value) => value,
        _ => null,
    };

    // A field is that of this instance, or of something that is not followed.
    private static object? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };
}
