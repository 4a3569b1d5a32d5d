using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Conditions;

/// <summary>Builds the condition that a pattern is for what it is matched against.</summary>
/// <param name="reader">Which expressions read the reply code.</param>
/// <param name="owners">What type and null tests say.</param>
/// <param name="writes">What stands in the temporaries of the body.</param>
/// <param name="conditionOf">The condition that a bool operation is.</param>
internal sealed class PatternBuilder(ReplyReader reader, OwnerTests owners, VariableWrites writes, Func<IOperation, Condition> conditionOf)
{
    /// <summary>
    /// The value a pattern is matched against: something computed from the reply code, what may own it, a tuple, or a condition.
    /// </summary>
    private readonly record struct Input(
        ReplyValue? Number, AccessPath? Place, ITupleOperation? Tuple = null, IOperation? Condition = null);

    /// <summary>The condition that <paramref name="value"/>, an operation of the graph, matches <paramref name="pattern"/>.</summary>
    public Condition Match(IPatternOperation pattern, IOperation value) =>
        value.Type?.SpecialType == SpecialType.System_Boolean ? Match(pattern, new Input(Number: null, Place: null, Condition: value))
        : PatternPaths.Tuple(writes.Unwrap(value)) is { } tuple ? Match(pattern, new Input(Number: null, Place: null, tuple))
        : Match(pattern, new Input(reader.Reads(value), reader.PlaceOf(value)));

    private Condition Match(IPatternOperation pattern, Input input)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return Atom(pattern, Constraint.Always);
            case INegatedPatternOperation negated:
                return Match(negated.Pattern, input).Negated();
            case IBinaryPatternOperation { OperatorKind: var kind } binary:
                var parts = Sides(binary, kind).Select(side => Match(side, input)).ToImmutableArray();
                return kind == BinaryOperatorKind.Or ? new Condition.Or(pattern.Syntax, parts) : new Condition.And(pattern.Syntax, parts);
            default:
                return input switch
                {
                    { Condition: { } condition } => OfCondition(pattern, condition),
                    { Tuple: { } tuple } => OfTuple(pattern, tuple),
                    { Number: { } number } => OfNumber(pattern, number, input.Place),
                    _ => OfPlace(pattern, input.Place),
                };
        }
    }

    // The operands of a chain of the same operator, which leans to the left. Without recursion: it may be thousands long.
    private static Stack<IPatternOperation> Sides(IBinaryPatternOperation binary, BinaryOperatorKind kind)
    {
        var sides = new Stack<IPatternOperation>();
        IPatternOperation rest = binary;
        for (; rest is IBinaryPatternOperation chain && chain.OperatorKind == kind; rest = chain.LeftPattern)
            sides.Push(chain.RightPattern);
        sides.Push(rest);
        return sides;
    }

    private Condition OfCondition(IPatternOperation pattern, IOperation condition) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } =>
            constant ? conditionOf(condition) : conditionOf(condition).Negated(),
        _ => Atom(pattern, Constraint.Unknown),
    };

    private Condition OfTuple(IPatternOperation pattern, ITupleOperation tuple) => PatternPaths.Elements(pattern, tuple) is { } elements
        ? new Condition.And(pattern.Syntax, elements.Select(OfElement).ToImmutableArray())
        : Atom(pattern, Constraint.Unknown);

    // A bool element is not asked: its variable may have been written since the tuple was made.
    private Condition OfElement((IPatternOperation Pattern, IOperation Value) element) =>
        element.Value.Type?.SpecialType == SpecialType.System_Boolean
            ? Match(element.Pattern, new Input(Number: null, Place: null))
            : Match(element.Pattern, element.Value);

    private Condition OfNumber(IPatternOperation pattern, ReplyValue number, AccessPath? place) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } =>
            Atom(pattern, owners.IsThere(number, place, pattern.InputType)).Negated(),
        IConstantPatternOperation constant when !IsBoxed(pattern) =>
            Comparison.Of(number, BinaryOperatorKind.Equals, constant.Value, pattern.Syntax),
        IRelationalPatternOperation relational when !IsBoxed(pattern) =>
            Comparison.Of(number, relational.OperatorKind, relational.Value, pattern.Syntax),
        IDeclarationPatternOperation { MatchedType: { } type } => Atom(pattern, OwnerTests.TypeTest(number, pattern.InputType, type)),
        ITypePatternOperation { MatchedType: { } type } => Atom(pattern, OwnerTests.TypeTest(number, pattern.InputType, type)),
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true, MatchedType: { } type } =>
            Atom(pattern, OwnerTests.TypeTest(number, pattern.InputType, type)),
        IListPatternOperation list when number.IsText => Characters(list, number),
        IRecursivePatternOperation
        {
            DeconstructionSubpatterns.IsEmpty: true,
            PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Length" }, Pattern: var length }],
        } when number.IsText => new Condition.And(pattern.Syntax, ImmutableArray.Create<Condition>(
            Atom(pattern, owners.IsThere(number, place, pattern.InputType)), Atom(length, OfLength(length, number)))),
        _ => OfPlace(pattern, place),
    };

    private static Constraint OfLength(IPatternOperation pattern, ReplyValue text) => pattern switch
    {
        IConstantPatternOperation { Value: var value } when value.Constant() is { } length =>
            Comparison.OfLength(text, BinaryOperatorKind.Equals, length),
        IRelationalPatternOperation { OperatorKind: var kind, Value: var value } when value.Constant() is { } length =>
            Comparison.OfLength(text, kind, length),
        _ => Constraint.Unknown,
    };

    private Condition OfPlace(IPatternOperation pattern, AccessPath? place) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } =>
            Atom(pattern, owners.IsThere(number: null, place, pattern.InputType)).Negated(),
        IDeclarationPatternOperation { MatchedType: { } type } => Atom(pattern, owners.TypeTest(type, place)),
        ITypePatternOperation { MatchedType: { } type } => Atom(pattern, owners.TypeTest(type, place)),
        IRecursivePatternOperation recursive when place is not null => OfParts(recursive, place),
        _ => Atom(pattern, Constraint.Unknown),
    };

    // ex is SmtpCommandException { StatusCode: 450 }
    private Condition OfParts(IRecursivePatternOperation recursive, AccessPath place)
    {
        var type = !reader.IsOwner(place) ? Constraint.Unknown
            : SymbolEqualityComparer.Default.Equals(recursive.MatchedType, recursive.InputType)
                ? owners.IsThere(number: null, place, recursive.InputType)
                : owners.TypeTest(recursive.MatchedType, place);
        var parts = ImmutableArray.CreateBuilder<Condition>();
        parts.Add(Atom(recursive, type));
        foreach (var (pattern, member) in PatternPaths.Subpatterns(recursive, place))
            parts.Add(Match(pattern, new Input(member is null ? null : reader.NumberAt(member), member)));
        return new Condition.And(recursive.Syntax, parts.ToImmutable());
    }

    // code is ['4', ..]
    private Condition Characters(IListPatternOperation list, ReplyValue text)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            if (list.Patterns[i] is ISlicePatternOperation slice)
            {
                // Only a slice at the end leaves the positions of the others known.
                if (i < list.Patterns.Length - 1 || slice.Pattern is not (null or IDiscardPatternOperation))
                    parts.Add(Atom(slice, Constraint.Unknown));
                return new Condition.And(list.Syntax, parts.ToImmutable());
            }

            parts.Add(ReplyTextOperations.Character(text, i) is { } character
                ? Match(list.Patterns[i], new Input(character, Place: null))
                : Atom(list.Patterns[i], Constraint.Unknown));
        }

        var length = text.IsLine ? Constraint.Unknown : Constraint.Exactly(text.WhereText(value => value.Length == list.Patterns.Length));
        parts.Add(Atom(list, length));
        return new Condition.And(list.Syntax, parts.ToImmutable());
    }

    // A boxed value equals no constant of another type, even with the same number.
    private static bool IsBoxed(IPatternOperation pattern) =>
        pattern.InputType.SpecialType is SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType;

    private static Condition.Atom Atom(IPatternOperation pattern, Constraint constraint) => new(pattern.Syntax, constraint);
}
