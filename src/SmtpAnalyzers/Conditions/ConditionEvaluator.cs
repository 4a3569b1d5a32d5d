using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Conditions;

/// <summary>Says what a condition tells about one reply code. What it does not understand it answers with <see cref="Constraint.Unknown"/>.</summary>
internal sealed class ConditionEvaluator(AccessPath reply, FunctionBody body)
{
    private static readonly ReplyCodeSet GeneralFailure = ReplyCodeSet.Of(-1);

    private readonly VariableWrites _definitions = body.Writes;
    private readonly ReplyResolver _resolver = body.Resolver;

    // A test that looks at no variable says the same wherever it is asked for. Long lists are asked about once a code.
    private readonly Dictionary<IOperation, Constraint> _known = [];

    // By element of a list: the reply codes that are found there.
    private readonly List<ReplyCodeSet> _elements = [];

    /// <param name="condition">A bool operation of the graph.</param>
    /// <param name="state">What holds where it is evaluated: the values of bool variables.</param>
    public Constraint Evaluate(IOperation? condition, FlowState state)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return condition switch
        {
            { ConstantValue: { HasValue: true, Value: bool constant } } => constant ? Constraint.Always : Constraint.Never,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Evaluate(not.Operand, state).Not(),
            IBinaryOperation binary => Comparison(binary) ?? Combination(binary, state),
            IIsPatternOperation { Value.Type.SpecialType: SpecialType.System_Boolean } isPattern => BoolPattern(isPattern.Pattern, isPattern.Value, state),
            IIsPatternOperation isPattern => Pattern(isPattern.Pattern, isPattern.Value),
            IIsTypeOperation isType when Reads(isType.ValueOperand) is { } number => IsOfType(isType.ValueOperand.Type, isType.TypeOperand).And(Constraint.Exactly(number.Defined)),
            IIsTypeOperation isType when _resolver.PlaceOf(isType.ValueOperand) is { } place => TypeTest(isType.TypeOperand, place),
            IIsNullOperation isNull => IsThere(isNull.Operand).Not(),
            ILocalReferenceOperation local when _definitions.IsFlag(local.Local) => state.Flag(local.Local),
            IFlowCaptureReferenceOperation capture => Captured(capture, state),
            IConversionOperation { OperatorMethod: null } conversion => Evaluate(conversion.Operand, state),
            ISimpleAssignmentOperation assignment => Evaluate(assignment.Value, state),
            IPropertyReferenceOperation { Property.Name: "HasValue" } hasValue => Reads(hasValue.Instance) is { } number ? Constraint.Exactly(number.Defined) : Constraint.Unknown,
            IAwaitOperation awaited => Evaluate(awaited.Operation, state),
            IInvocationOperation invocation when BoolTypes.OfPredicateResult(invocation) is { } answer => answer ? Constraint.Always : Constraint.Never,
            { } task when BoolTypes.OfTask(task) is var result && result != task => Evaluate(result, state),
            IInvocationOperation invocation => Remembered(invocation, () => Call(invocation)),
            _ => Constraint.Unknown,
        };
    }

    /// <summary>What was asked so far that looks at no variable.</summary>
    public IEnumerable<Constraint> Known => _known.Values;

    /// <summary>
    /// The real reply codes in groups that nothing asked so far tells apart: what holds for one code of a group holds for all. Each element of
    /// a list is a group of its own, since it is a place of its own.
    /// </summary>
    public IReadOnlyList<ReplyCodeSet> EquivalenceClasses()
    {
        var groups = new List<ReplyCodeSet> { ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest) };
        foreach (var set in _known.Values.SelectMany(static test => new[] { test.WhenTrue, test.WhenFalse }).Concat(_elements).Distinct())
        {
            for (var i = groups.Count - 1; i >= 0; i--)
            {
                if (!groups[i].Overlaps(set) || groups[i].IsSubsetOf(set))
                    continue;
                groups.Add(groups[i] - set);
                groups[i] &= set;
            }
        }

        return groups;
    }

    /// <summary>What <paramref name="pattern"/> says of the reply code, matched against a value of the graph.</summary>
    public Constraint Pattern(IPatternOperation pattern, IOperation value) =>
        PatternPaths.Tuple(_definitions.Unwrap(value)) is { } tuple
            ? Remembered(pattern, () => OfTuple(pattern, tuple))
            : Pattern(pattern, Reads(value), _resolver.PlaceOf(value));

    private Constraint OfTuple(IPatternOperation pattern, ITupleOperation tuple) => pattern switch
    {
        IDiscardPatternOperation => Constraint.Always,
        INegatedPatternOperation negated => OfTuple(negated.Pattern, tuple).Not(),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => OfTuple(or.LeftPattern, tuple).Or(OfTuple(or.RightPattern, tuple)),
        IBinaryPatternOperation and => OfTuple(and.LeftPattern, tuple).And(OfTuple(and.RightPattern, tuple)),
        _ when PatternPaths.Elements(pattern, tuple) is { } elements =>
            elements.Aggregate(Constraint.Always, (test, element) => test.And(Pattern(element.Pattern, element.Value))),
        _ => Constraint.Unknown,
    };

    /// <summary>What <paramref name="pattern"/> says, matched against a number computed from the reply code, or against what owns it.</summary>
    public Constraint Pattern(IPatternOperation pattern, ReplyValue? number, AccessPath? place) =>
        Remembered(pattern, () => MatchOf(pattern, number, place));

    private Constraint MatchOf(IPatternOperation pattern, ReplyValue? number, AccessPath? place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return Constraint.Always;
            case INegatedPatternOperation negated:
                return Pattern(negated.Pattern, number, place).Not();
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Pattern(or.LeftPattern, number, place).Or(Pattern(or.RightPattern, number, place));
            case IBinaryPatternOperation and:
                return Pattern(and.LeftPattern, number, place).And(Pattern(and.RightPattern, number, place));
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return IsThere(number, place, pattern.InputType).Not();
            case IConstantPatternOperation constant when number is not null && !IsBoxed(pattern):
                return constant.Value.ConstantNumberOrText() is { } code ? Compare(number, BinaryOperatorKind.Equals, code) : Constraint.Never;
            case IRelationalPatternOperation relational when number is not null && !IsBoxed(pattern):
                return relational.Value.Constant() is { } bound ? Compare(number, relational.OperatorKind, bound) : Constraint.Unknown;
            case IDeclarationPatternOperation { MatchedType: { } type }:
                return number is not null ? IsOfType(pattern.InputType, type).And(Constraint.Exactly(number.Defined)) : TypeTest(type, place);
            case ITypePatternOperation { MatchedType: { } type }:
                return number is not null ? IsOfType(pattern.InputType, type).And(Constraint.Exactly(number.Defined)) : TypeTest(type, place);
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true, MatchedType: { } type } when number is not null:
                return IsOfType(pattern.InputType, type).And(Constraint.Exactly(number.Defined));
            case IRecursivePatternOperation recursive:
                return Recursive(recursive, place);
            case IListPatternOperation list when number is { IsText: true }:
                return Characters(list, number);
            default:
                return Constraint.Unknown;
        }
    }

    /// <summary>The number that <paramref name="operation"/> computes from the reply code asked about, or null.</summary>
    public ReplyValue? Reads(IOperation? operation) => _resolver.Value(operation) is { } value && value.Path.Equals(reply) ? value : null;

    /// <summary>The reply code as a number where <paramref name="place"/> is its place, else null.</summary>
    public ReplyValue? NumberAt(AccessPath place) => place.Equals(reply) ? ReplyValue.Of(place) : null;

    /// <summary>
    /// Whether <paramref name="type"/> is, may be or cannot be the type of what owns the reply code: <paramref name="place"/> is the exception or
    /// response, the reply code is a member of it, and only a type that has the member is asked about. What is of another type has no reply code.
    /// </summary>
    public Constraint TypeTest(ITypeSymbol type, AccessPath? place)
    {
        if (place is null || place.Equals(reply) || reply.MemberAfter(place)?.ContainingType is not { } owner)
            return Constraint.Unknown;
        if (MailSymbols.Derives(owner, type))
            return IsThere(place, type);
        // Several refused recipients: the real codes are in the inner exceptions.
        if (MailSymbols.IsOfSeveralRecipients(type))
            return new(GeneralFailure, ReplyCodeSet.All);
        return type.TypeKind == TypeKind.Class && owner.TypeKind == TypeKind.Class && !MailSymbols.Derives(type, owner)
            ? new(ReplyCodeSet.NoReply, ReplyCodeSet.All)
            : Constraint.Unknown;
    }

    /// <summary>
    /// Whether the reply code, or what it hangs on, is not null, seen as <paramref name="type"/>. Where there is no reply code, any owner of it may be
    /// null, or of another type; that which has the code as its own must be.
    /// </summary>
    private Constraint IsThere(ReplyValue? number, AccessPath? place, ITypeSymbol? type) => number is not null ? Constraint.Exactly(number.Defined) : IsThere(place, type);

    // An object that is compared with null is seen as what it was before.
    private Constraint IsThere(IOperation operation) => operation is IConversionOperation { Type.SpecialType: SpecialType.System_Object } conversion
        ? IsThere(conversion.Operand)
        : IsThere(Reads(operation), _resolver.PlaceOf(operation), operation.Type);

    private Constraint IsThere(AccessPath? place, ITypeSymbol? type) => !IsOwner(place) ? Constraint.Unknown
        : reply is AccessPath.Member { Owner: var nearest, Symbol: var member } && nearest.Equals(place) && IsAlwaysThere(member) && type is not null && MailSymbols.Derives(type, member.ContainingType)
            ? Constraint.Exactly(ReplyCodeSet.AnyReply)
            : Constraint.Unknown with { WhenFalse = ReplyCodeSet.NoReply };

    private static bool IsAlwaysThere(ISymbol member) => member switch
    {
        IPropertySymbol property => IsAlwaysThere(property.Type),
        IFieldSymbol field => IsAlwaysThere(field.Type),
        _ => false,
    };

    private static bool IsAlwaysThere(ITypeSymbol type) => type.IsValueType && SymbolEqualityComparer.Default.Equals(MailSymbols.Underlying(type), type);

    // What is boxed equals nothing of another type, whatever their numbers.
    private static bool IsBoxed(IPatternOperation pattern) => pattern.InputType.SpecialType is SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType;

    private Constraint BoolPattern(IPatternOperation pattern, IOperation value, FlowState state) => pattern switch
    {
        INegatedPatternOperation negated => BoolPattern(negated.Pattern, value, state).Not(),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } => constant ? Evaluate(value, state) : Evaluate(value, state).Not(),
        _ => Pattern(pattern, value),
    };

    // What has a value is of its own type; what is boxed may be of another.
    private static Constraint IsOfType(ITypeSymbol? value, ITypeSymbol type) =>
        value is not null && SymbolEqualityComparer.Default.Equals(MailSymbols.Underlying(value), MailSymbols.Underlying(type)) ? Constraint.Always : Constraint.Unknown;

    private Constraint Captured(IFlowCaptureReferenceOperation capture, FlowState state) =>
        BoolTypes.IsBool(capture.Type) ? state.Flag(capture.Id) : Constraint.Unknown;

    private Constraint Remembered(IOperation operation, Func<Constraint> compute)
    {
        if (!_known.TryGetValue(operation, out var test))
            _known[operation] = test = compute();
        return test;
    }

    /// <summary>What a comparison of the reply code with a constant says; null where it is none.</summary>
    private Constraint? Comparison(IBinaryOperation binary)
    {
        if (_known.TryGetValue(binary, out var known))
            return known;
        var test = Reads(binary.LeftOperand) is { } left && binary.RightOperand.ConstantNumberOrText() is { } right
            ? Compare(left, binary.OperatorKind, right)
            : Reads(binary.RightOperand) is { } mirrored && binary.LeftOperand.ConstantNumberOrText() is { } constant
                ? Compare(mirrored, Mirror(binary.OperatorKind), constant)
                : (Constraint?)null;
        if (test is { } comparison)
            _known[binary] = comparison;
        return test;
    }

    private Constraint Combination(IBinaryOperation binary, FlowState state) => binary.OperatorKind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Evaluate(binary.LeftOperand, state).And(Evaluate(binary.RightOperand, state)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Evaluate(binary.LeftOperand, state).Or(Evaluate(binary.RightOperand, state)),
        BinaryOperatorKind.ExclusiveOr => Evaluate(binary.LeftOperand, state).Xor(Evaluate(binary.RightOperand, state)),
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => Equality(binary, state),
        _ => Constraint.Unknown,
    };

    // x == true, x == y for conditions, and x == null where x owns the reply code.
    private Constraint Equality(IBinaryOperation binary, FlowState state)
    {
        var (operand, constant) = binary.RightOperand.ConstantValue.HasValue ? (binary.LeftOperand, binary.RightOperand) : (binary.RightOperand, binary.LeftOperand);
        var test = BoolTypes.IsBool(operand.Type) && BoolTypes.IsBool(constant.Type) ? Evaluate(operand, state).Xor(Evaluate(constant, state)).Not()
            : constant.ConstantValue is { HasValue: true, Value: null } ? IsThere(operand).Not()
            : Constraint.Unknown;
        return binary.OperatorKind == BinaryOperatorKind.Equals ? test : test.Not();
    }

    /// <summary>What comparing <paramref name="value"/> with a constant, a <c>long</c> or a <c>string</c>, says.</summary>
    public static Constraint Compare(ReplyValue value, BinaryOperatorKind kind, object bound) => (value.IsText, bound) switch
    {
        (true, string text) when kind == BinaryOperatorKind.Equals => ReplyTextOperations.Equal(value, text),
        (true, string text) when kind == BinaryOperatorKind.NotEquals => ReplyTextOperations.Equal(value, text).Not(),
        (false, long number) => Compare(value, kind, number),
        _ => Constraint.Unknown,
    };

    private static Constraint Compare(ReplyValue number, BinaryOperatorKind kind, long bound) => kind switch
    {
        BinaryOperatorKind.Equals => Constraint.Exactly(number.Where(value => value == bound)),
        BinaryOperatorKind.NotEquals => Compare(number, BinaryOperatorKind.Equals, bound).Not(),
        BinaryOperatorKind.LessThan => Constraint.Exactly(number.Where(value => value < bound)),
        BinaryOperatorKind.LessThanOrEqual => Constraint.Exactly(number.Where(value => value <= bound)),
        BinaryOperatorKind.GreaterThan => Constraint.Exactly(number.Where(value => value > bound)),
        BinaryOperatorKind.GreaterThanOrEqual => Constraint.Exactly(number.Where(value => value >= bound)),
        _ => Constraint.Unknown,
    };

    public static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private Constraint Recursive(IRecursivePatternOperation recursive, AccessPath? place)
    {
        if (place is null)
            return Constraint.Unknown;
        var test = !IsOwner(place) ? Constraint.Unknown
            : SymbolEqualityComparer.Default.Equals(recursive.MatchedType, recursive.InputType) ? IsThere(place, recursive.InputType)
            : TypeTest(recursive.MatchedType, place);
        foreach (var (pattern, member) in PatternPaths.Subpatterns(recursive, place))
            test = test.And(Pattern(pattern, member is null ? null : NumberAt(member), member));
        return test;
    }

    // code is ['4', ..]
    private Constraint Characters(IListPatternOperation list, ReplyValue text)
    {
        var test = Constraint.Always;
        for (var i = 0; i < list.Patterns.Length; i++)
        {
            if (list.Patterns[i] is ISlicePatternOperation slice)
                return i == list.Patterns.Length - 1 && slice.Pattern is null or IDiscardPatternOperation ? test : test.And(Constraint.Unknown);
            test = test.And(ReplyTextOperations.Character(text, i) is { } character ? Pattern(list.Patterns[i], character, place: null) : Constraint.Unknown);
        }

        return text.IsLine ? test.And(Constraint.Unknown) : test.And(Constraint.Exactly(text.WhereText(value => value.Length == list.Patterns.Length)));
    }

    private Constraint Call(IInvocationOperation invocation)
    {
        if (body.Lists.Asked(invocation) is { } contains && Reads(contains.Value) is { } number)
        {
            if (contains.Elements is null)
                return Constraint.Unknown;
            var found = contains.Elements.Select(element => Compare(number, BinaryOperatorKind.Equals, element.Code)).ToList();
            _elements.AddRange(found.Select(static element => element.WhenTrue));
            return found.Aggregate(Constraint.Never, static (union, element) => union.Or(element));
        }

        if (ComparedWith(invocation, out var constant) is { } compared && constant.ConstantNumberOrText() is { } code)
        {
            return invocation.TargetMethod.Name == "StartsWith" && code is string start ? ReplyTextOperations.StartsWith(compared, start)
                : invocation.TargetMethod.Name == "StartsWith" && code is long character ? ReplyTextOperations.StartsWith(compared, ((char)character).ToString())
                : Compare(compared, BinaryOperatorKind.Equals, code);
        }

        if (invocation.TargetMethod is { Name: "IsDefined", ContainingType.SpecialType: SpecialType.System_Enum } && DefinedMembers(invocation) is { } defined)
            return defined;

        return IsNamedPredicate(invocation, out var replyClass) ? Constraint.Exactly(body.Options.Classes.Of(replyClass)) : Constraint.Unknown;
    }

    /// <summary>The reply code's number or text where <paramref name="call"/> compares it by method, and the operand that it is compared with.</summary>
    public ReplyValue? ComparedWith(IInvocationOperation call, out IOperation? other)
    {
        other = null;
        var operands = call.Arguments.Select(static argument => argument.Value).ToList();
        if (call.Instance is not null)
            operands.Insert(0, call.Instance);
        if (operands.Count < 2 || call.TargetMethod.Name is not ("Equals" or "StartsWith" or "SequenceEqual") || AreBoxedApart(call, operands))
            return null;
        if (Reads(operands[0]) is { } first && (call.TargetMethod.Name != "StartsWith" || first.IsText))
        {
            other = operands[1];
            return first;
        }

        other = operands[0];
        return call.TargetMethod.Name == "StartsWith" ? null : Reads(operands[1]);
    }

    // code.Equals(450) is false, whatever the code: the one is an enum, the other a number.
    private static bool AreBoxedApart(IInvocationOperation call, List<IOperation> operands)
    {
        return call.TargetMethod.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_Object)
            && !SymbolEqualityComparer.Default.Equals(Boxed(operands[0]), Boxed(operands[1]));

        static ITypeSymbol? Boxed(IOperation operation)
        {
            while (operation is IConversionOperation { Type.SpecialType: SpecialType.System_Object } conversion)
                operation = conversion.Operand;
            return operation.Type is { } type ? MailSymbols.Underlying(type) : null;
        }
    }

    // Enum.IsDefined(typeof(SmtpStatusCode), code) and Enum.IsDefined(code).
    private Constraint? DefinedMembers(IInvocationOperation call)
    {
        var type = call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().Select(static of => of.TypeOperand).FirstOrDefault()
            ?? call.TargetMethod.TypeArguments.FirstOrDefault();
        if (type is not { TypeKind: TypeKind.Enum } || Reads(call.Arguments[call.Arguments.Length - 1].Value) is not { } value || value.IsText)
            return null;
        var members = new HashSet<long>(type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.ConstantValue).OfType<int>().Select(static code => (long)code));
        return Constraint.Exactly(value.Where(members.Contains));
    }

    /// <summary>Whether a predicate is asked about the reply code, or its owner, and is named for a class: it is taken at its word.</summary>
    public bool IsNamedPredicate(IInvocationOperation invocation, out ReplyClass replyClass)
    {
        var subjects = invocation.Arguments.Select(argument => argument.Value);
        if (invocation.Instance is not null)
            subjects = subjects.Append(invocation.Instance);
        replyClass = ReplyClass.None;
        if (invocation.Type?.SpecialType != SpecialType.System_Boolean
            || body.Options.Vocabulary.PredicateClass(invocation.TargetMethod.Name) is not { } named
            || !subjects.Any(subject => Reads(subject) is not null || IsOwner(_resolver.PlaceOf(subject))))
        {
            return false;
        }

        replyClass = named;
        return true;
    }

    /// <summary>Whether <paramref name="place"/> is the exception or response that the reply code hangs on, or the reply code itself.</summary>
    public bool IsOwner(AccessPath? place) => place is not null && place != AccessPath.Variable.This && reply.IsWithin(place);
}
