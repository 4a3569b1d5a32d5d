using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// Builds the conditions of one body as one reply code sees them, each once. Of what it does not understand nothing is known:
/// <see cref="Constraint.Unknown"/>.
/// </summary>
internal sealed class ConditionBuilder
{
    private readonly FunctionBody _body;
    private readonly ReplyReader _reader;
    private readonly OwnerTests _owners;
    private readonly PatternBuilder _patterns;
    private readonly CallBuilder _calls;
    private readonly Dictionary<IOperation, Condition> _built = [];

    public ConditionBuilder(AccessPath reply, FunctionBody body, int depth = 0)
    {
        _body = body;
        _reader = new ReplyReader(reply, body.Resolver);
        _owners = new OwnerTests(_reader);
        _patterns = new PatternBuilder(_reader, _owners, body.Writes, Of);
        _calls = new CallBuilder(_reader, body, depth);
    }

    /// <inheritdoc cref="ReplyReader.Reads"/>
    public ReplyValue? Reads(IOperation? operation) => _reader.Reads(operation);

    /// <inheritdoc cref="ReplyReader.IsOwner"/>
    public bool IsOwner(AccessPath? place) => _reader.IsOwner(place);

    /// <inheritdoc cref="ReplyReader.Concerns"/>
    public bool Concerns(IOperation operation) => _reader.Concerns(operation);

    /// <summary>The conditions built so far and all of their parts, each once, parts first.</summary>
    public IReadOnlyList<Condition> Built()
    {
        var found = new List<Condition>();
        var seen = new HashSet<Condition>();
        var pending = new Stack<(Condition Condition, bool IsLeft)>();
        foreach (var whole in _built.Values)
        {
            pending.Push((whole, false));
            while (pending.Count > 0)
            {
                var (condition, isLeft) = pending.Pop();
                if (isLeft)
                {
                    found.Add(condition);
                }
                else if (seen.Add(condition))
                {
                    pending.Push((condition, true));
                    for (var i = condition.Parts.Length - 1; i >= 0; i--)
                        pending.Push((condition.Parts[i], false));
                }
            }
        }

        return found;
    }

    /// <summary>The condition that <paramref name="operation"/>, a bool operation of the graph, is.</summary>
    public Condition Of(IOperation operation)
    {
        if (!_built.TryGetValue(operation, out var condition))
            _built[operation] = condition = Build(operation);
        return condition;
    }

    /// <summary>
    /// The codes with which <paramref name="operation"/> may be true and false under the bool variables of <paramref name="state"/>.
    /// </summary>
    public Constraint Evaluate(IOperation? operation, FlowState state) =>
        operation is null ? Constraint.Unknown : Of(operation).Evaluate(state);

    /// <inheritdoc cref="OwnerTests.TypeTest(ITypeSymbol, AccessPath)"/>
    public Constraint TypeTest(ITypeSymbol type, AccessPath? place) => _owners.TypeTest(type, place);

    private Condition Build(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return operation switch
        {
            { ConstantValue: { HasValue: true, Value: bool constant } } => Constant(operation, constant),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Of(not.Operand).Negated(),
            IBinaryOperation binary => Compared(binary) ?? Combined(binary),
            IIsPatternOperation isPattern => _patterns.Match(isPattern.Pattern, isPattern.Value),
            IIsTypeOperation isType => Atom(operation, TypeTest(isType)),
            IIsNullOperation isNull => Atom(operation, _owners.IsThere(isNull.Operand)).Negated(),
            ILocalReferenceOperation local when _body.Writes.IsFlag(local.Local) => new Condition.Flag(operation.Syntax, local.Local),
            IFlowCaptureReferenceOperation capture when BoolTypes.IsBool(capture.Type) => new Condition.Flag(operation.Syntax, capture.Id),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            ISimpleAssignmentOperation assignment => Of(assignment.Value),
            IPropertyReferenceOperation { Property.Name: "HasValue" } hasValue when _reader.Reads(hasValue.Instance) is { } number =>
                Atom(operation, Constraint.Exactly(number.Defined)),
            IAwaitOperation awaited => Of(awaited.Operation),
            // The graph of a body has none of these; what a helper returns is read as it is written.
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                Chosen(choice.Syntax, Of(choice.Condition), Of(choice.WhenTrue), Of(otherwise)),
            ISwitchExpressionOperation choice => OfArms(choice),
            IInvocationOperation call when BoolTypes.OfPredicateResult(call) is { } answer => Constant(operation, answer),
            { } task when BoolTypes.OfTask(task) is var result && result != task => Of(result),
            IInvocationOperation call => _calls.Build(call),
            _ => Atom(operation, Constraint.Unknown),
        };
    }

    private static Condition Chosen(SyntaxNode syntax, Condition test, Condition whenTrue, Condition whenFalse) => new Condition.Or(
        syntax, ImmutableArray.Create<Condition>(
            new Condition.And(syntax, ImmutableArray.Create(test, whenTrue)),
            new Condition.And(syntax, ImmutableArray.Create(test.Negated(), whenFalse))));

    private Condition OfArms(ISwitchExpressionOperation choice)
    {
        // Where no arm matches, it throws.
        Condition rest = Constant(choice, false);
        foreach (var arm in choice.Arms.Reverse())
        {
            var test = _patterns.Match(arm.Pattern, choice.Value);
            if (arm.Guard is { } guard)
                test = new Condition.And(guard.Syntax, ImmutableArray.Create(test, Of(guard)));
            rest = Chosen(arm.Syntax, test, Of(arm.Value), rest);
        }

        return rest;
    }

    private Constraint TypeTest(IIsTypeOperation isType) => _reader.Reads(isType.ValueOperand) is { } number
        ? OwnerTests.TypeTest(number, isType.ValueOperand.Type, isType.TypeOperand)
        : TypeTest(isType.TypeOperand, _reader.PlaceOf(isType.ValueOperand));

    private Condition.Atom? Compared(IBinaryOperation binary) =>
        Compared(binary, binary.LeftOperand, binary.OperatorKind, binary.RightOperand)
        ?? Compared(binary, binary.RightOperand, Comparison.Mirror(binary.OperatorKind), binary.LeftOperand);

    private Condition.Atom? Compared(IBinaryOperation binary, IOperation operand, BinaryOperatorKind kind, IOperation other) =>
        other.ConstantNumberOrText() is not { } bound ? null
        : _reader.Reads(operand) is { } value ? Comparison.Of(value, kind, other, binary.Syntax)
        : bound is long length && operand is IPropertyReferenceOperation { Property.Name: "Length", Instance: var measured }
            && _reader.Reads(measured) is { IsText: true } text
                ? Atom(binary, Comparison.OfLength(text, kind, length))
                : null;

    private Condition Combined(IBinaryOperation binary) => binary.OperatorKind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => new Condition.And(binary.Syntax, Operands(binary)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => new Condition.Or(binary.Syntax, Operands(binary)),
        BinaryOperatorKind.ExclusiveOr => new Condition.Xor(binary.Syntax, Of(binary.LeftOperand), Of(binary.RightOperand)),
        BinaryOperatorKind.Equals => Equality(binary),
        BinaryOperatorKind.NotEquals => Equality(binary).Negated(),
        _ => Atom(binary, Constraint.Unknown),
    };

    // The operands of a chain of the same operator, which leans to the left. Without recursion: it may be thousands long.
    private ImmutableArray<Condition> Operands(IBinaryOperation binary)
    {
        var operands = new Stack<IOperation>();
        IOperation rest = binary;
        for (; rest is IBinaryOperation chain && chain.OperatorKind == binary.OperatorKind; rest = chain.LeftOperand)
            operands.Push(chain.RightOperand);
        operands.Push(rest);
        return operands.Select(Of).ToImmutableArray();
    }

    // x == true, x == y for conditions, and x == null where x owns the reply code.
    private Condition Equality(IBinaryOperation binary)
    {
        var (left, right) = (NotNullable(binary.LeftOperand), NotNullable(binary.RightOperand));
        var (operand, other) = right.ConstantValue.HasValue ? (left, right) : (right, left);
        if (BoolTypes.IsBool(operand.Type) && BoolTypes.IsBool(other.Type))
        {
            return other.ConstantValue is { HasValue: true, Value: bool constant }
                ? constant ? Of(operand) : Of(operand).Negated()
                : new Condition.Xor(binary.Syntax, Of(operand), Of(other)).Negated();
        }

        return other.ConstantValue is { HasValue: true, Value: null }
            ? Atom(binary, _owners.IsThere(operand)).Negated()
            : Atom(binary, Constraint.Unknown);
    }

    // text?.StartsWith("4") == true compares two values that may be null.
    private static IOperation NotNullable(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null, Operand: { } operand } && BoolTypes.IsBool(operand.Type)
            ? operand
            : operation;

    private static Condition.Atom Constant(IOperation operation, bool value) =>
        Atom(operation, value ? Constraint.Always : Constraint.Never);

    private static Condition.Atom Atom(IOperation operation, Constraint constraint) => new(operation.Syntax, constraint);
}
