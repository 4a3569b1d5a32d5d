using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Conditions;

/// <summary>
/// Builds the condition that a call is: a search in a list, a comparison by method, <c>Enum.IsDefined</c>, a predicate taken at its word.
/// </summary>
internal sealed class CallBuilder(ReplyReader reader, FunctionBody body, int depth)
{
    private readonly HelperConditions _helpers = new(reader, body, depth);

    public Condition Build(IInvocationOperation call) =>
        LookUp(call) ?? Comparing(call) ?? IsEmpty(call) ?? IsDefined(call) ?? Predicate(call) ?? _helpers.Of(call)
        ?? Atom(call, Constraint.Unknown);

    private Condition? LookUp(IInvocationOperation call)
    {
        if (body.Lists.Asked(call) is not { } lookUp || reader.Reads(lookUp.Value) is not { } number)
            return null;
        if (lookUp.Elements is not { } elements)
            return Atom(call, Constraint.Unknown);
        return elements.Count == 0
            ? Atom(call, Constraint.Never)
            : new Condition.Or(call.Syntax, elements.Select(Element).ToImmutableArray());

        // A list in another file cannot be reported, only the call.
        Condition Element(ListElement element) => new Condition.Atom(
            call.Syntax, Comparison.With(number, BinaryOperatorKind.Equals, element.Code))
        {
            WhenTrue = MatchKind.Element,
            Named = element.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? element.Syntax : call.Syntax,
            AsksForCodes = true,
        };
    }

    // code.Equals(450), text.StartsWith("4")
    private Condition.Atom? Comparing(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Equals" or "StartsWith" or "SequenceEqual"))
            return null;
        var operands = call.Arguments.Select(static argument => argument.Value).ToList();
        if (call.Instance is not null)
            operands.Insert(0, call.Instance);
        if (operands.Count < 2 || AreBoxedApart(call, operands))
            return null;
        var isStart = call.TargetMethod.Name == "StartsWith";
        var (value, constant) = reader.Reads(operands[0]) is { } first && (!isStart || first.IsText) ? (first, operands[1])
            : isStart ? default : (reader.Reads(operands[1]), operands[0]);
        if (value is null || constant.ConstantNumberOrText() is not { } bound)
            return null;
        var constraint = isStart
            ? Comparison.StartsWith(value, bound as string ?? ((char)(long)bound).ToString())
            : Comparison.With(value, BinaryOperatorKind.Equals, bound);
        return new(call.Syntax, constraint)
        {
            WhenTrue = value.IsWholeCode && (!value.IsText || bound is string { Length: >= ReplyTextOperations.CodeLength })
                ? MatchKind.Named
                : MatchKind.Group,
            Named = constant.Syntax,
            AsksForCodes = true,
        };
    }

    // string.IsNullOrEmpty(text): a text that has the code in it is not.
    private Condition.Atom? IsEmpty(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } }
        && reader.Reads(call.Arguments[0].Value) is { IsText: true } text
            ? Atom(call, Constraint.Exactly(text.WhereText(static value => value.Length > 0)).Not())
            : null;

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
    private Condition.Atom? IsDefined(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "IsDefined", ContainingType.SpecialType: SpecialType.System_Enum })
            return null;
        var type = call.Arguments is [{ Value: ITypeOfOperation { TypeOperand: var named } }, ..]
            ? named
            : call.TargetMethod.TypeArguments.FirstOrDefault();
        var asked = call.Arguments[call.Arguments.Length - 1].Value;
        if (type is not { TypeKind: TypeKind.Enum } || reader.Reads(asked) is not { IsText: false } value)
            return null;
        var members = type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.ConstantValue).OfType<int>();
        return Atom(call, Constraint.Exactly(value.Where(new HashSet<long>(members.Select(static code => (long)code)).Contains)));
    }

    // It is asked about the reply code or its owner, and is named for a class.
    private Condition.Atom? Predicate(IInvocationOperation call)
    {
        if (call.Type?.SpecialType != SpecialType.System_Boolean
            || body.Options.Vocabulary.PredicateClass(call.TargetMethod.Name) is not { } named)
        {
            return null;
        }

        var subjects = call.Arguments.Select(static argument => argument.Value);
        if (call.Instance is not null)
            subjects = subjects.Append(call.Instance);
        return subjects.Any(reader.Concerns)
            ? new(call.Syntax, Constraint.Exactly(body.Options.Classes.Of(named))) { WhenTrue = MatchKind.Predicate }
            : null;
    }

    private static Condition.Atom Atom(IInvocationOperation call, Constraint constraint) => new(call.Syntax, constraint);
}
