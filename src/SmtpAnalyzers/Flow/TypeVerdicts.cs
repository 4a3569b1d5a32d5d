using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Recognizes a predicate that judges an exception by its type alone: every reply is judged alike, as by a handler without a filter.
/// </summary>
internal sealed class TypeVerdicts(FunctionBody body, AccessPath reply)
{
    private bool? _asksForTypesAlone;

    /// <summary>
    /// What is to blame for the answer at <paramref name="place"/>: the type that is asked for, or the value itself where
    /// it is that of all other types. Null where anything else is asked.
    /// </summary>
    public Cause? Find(OutcomePoint place)
    {
        if (reply is not AccessPath.Member { Owner: AccessPath.Variable { Identity: IParameterSymbol } }
            || place.Flag is not { Syntax: var value } answer || !IsOfTypes(answer)
            || !(_asksForTypesAlone ??= body.Graph.Blocks.All(AsksForTypesAlone)))
        {
            return null;
        }

        var blamed = body.Writes.Model is { } model ? TypeQuestion.Of(value, model, body.Mail.IsReplyException) ?? value : value;
        return new Cause(new ConditionAtom(MatchKind.Handler, blamed, blamed), place.Block, 0);
    }

    private bool AsksForTypesAlone(BasicBlock block) =>
        block.ConditionKind == ControlFlowConditionKind.None || (block.BranchValue is { } condition && IsOfTypes(condition));

    private bool IsOfTypes(IOperation answer) => answer.Unconverted() switch
    {
        { ConstantValue.HasValue: true } => true,
        IIsNullOperation test => IsOwner(test.Operand),
        IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: null } } test => IsOwner(test.LeftOperand),
        IUnaryOperation not => IsOfTypes(not.Operand),
        IIsTypeOperation test => IsOwner(test.ValueOperand),
        IIsPatternOperation test => IsOwner(test.Value) && IsOfTypes(test.Pattern),
        IFlowCaptureReferenceOperation capture =>
            body.Writes.Writes(capture.Id) is { Count: > 0 } writes && writes.All(value => value is not null && IsOfTypes(value)),
        _ => false,
    };

    private bool IsOwner(IOperation asked) =>
        reply is AccessPath.Member { Owner: var owner } && body.Resolver.PlaceOf(asked) is { } place && place.Equals(owner);

    private static bool IsOfTypes(IPatternOperation pattern) => pattern switch
    {
        // The only constant that an exception can be is null.
        IDeclarationPatternOperation or ITypePatternOperation or IDiscardPatternOperation or IConstantPatternOperation => true,
        INegatedPatternOperation not => IsOfTypes(not.Pattern),
        IBinaryPatternOperation binary => IsOfTypes(binary.LeftPattern) && IsOfTypes(binary.RightPattern),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => false,
    };
}
