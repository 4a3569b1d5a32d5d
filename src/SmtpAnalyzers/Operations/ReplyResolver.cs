using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>Says which reply code an expression of one body reads, seen through aliases, conversions and arithmetic.</summary>
internal sealed class ReplyResolver(VariableWrites definitions, MailSymbols mail, HandWrittenReplies handWritten)
{
    /// <summary>What the members hold that patterns take out of their input.</summary>
    public MemberReplies Members { get; } = new(mail, handWritten);

    /// <summary>The reply code that <paramref name="operation"/> is, or is computed from; null where it is none.</summary>
    public ReplyValue? Value(IOperation? operation)
    {
        ReplyValue? value = null;
        if (operation is null || _values.TryGetValue(operation, out value))
            return value;
        // What a value that is made of itself is made of: code = code * 10 + digit.
        _values[operation] = null;
        return _values[operation] = Read(operation);
    }

    // Every reply code of a body asks the same of every operation.
    private readonly Dictionary<IOperation, ReplyValue?> _values = [];
    private Func<IOperation?, ReplyValue?>? _valueOf;
    private readonly Dictionary<ISymbol, bool> _holdsReplies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, AccessPath?> _locals = new(SymbolEqualityComparer.Default);

    private ReplyValue? Read(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case IConversionOperation conversion when KeepsCode(conversion) && Value(conversion.Operand) is { } converted:
                return Unsigned(converted, conversion.Type);
            case IBinaryOperation { OperatorMethod: null } binary when CodeArithmetic.Knows(binary.OperatorKind):
                return binary.RightOperand.Constant() is { } operand ? Value(binary.LeftOperand)?.Computed(binary, operand) : null;
            case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" } method } call when IsOfNullable(method):
                return (call.Arguments is [var other] ? other.Value.Constant() : 0) is { } otherwise
                    ? Value(call.Instance)?.Or(otherwise)
                    : null;
            case IInvocationOperation
            {
                TargetMethod: { Name: "ToObject", ContainingType.SpecialType: SpecialType.System_Enum }, Arguments: [_, var number],
            }:
                return Value(number.Value);
            case IAwaitOperation
            {
                Operation: IInvocationOperation { Instance: IInvocationOperation awaited, TargetMethod.Name: "ConfigureAwait" },
            }
                when Value(awaited) is { } configured:
                return configured;
            case IPropertyReferenceOperation { Property: { Name: "Value" } property } value when IsOfNullable(property):
                return Value(value.Instance);
            case ILocalReferenceOperation local
                when definitions.Writes(local.Local) is [{ } written] && Value(written) is { } alias && IsStable(alias.Path):
                return alias;
            case ILocalReferenceOperation local when Matched(local.Local) is { } matched:
                return matched;
            case IFlowCaptureReferenceOperation capture when SoleValue(capture) is { } captured && Value(captured) is { } value:
                return definitions.Writes(capture.Id).FirstOrDefault(IsFallback).ConstantNumberOrText() is { } fallback
                    ? value.Or(fallback)
                    : value;
        }

        if (ReplyTextOperations.Of(operation, _valueOf ??= Value) is { } text)
            return text;
        if (mail.IsReplyCode(operation.Type) && operation.ConstantValue is not { HasValue: true })
            return ReplyValue.Of(PlaceOf(operation) ?? new AccessPath.Variable(operation));
        if (TypeInNumber(operation) is not null && PlaceOf(operation) is { } place)
            return ReplyValue.Of(place);
        var form = FormOf(operation);
        if (form == ReplyForm.None)
            return null;
        var home = PlaceOf(operation) ?? new AccessPath.Variable(operation);
        return form switch
        {
            ReplyForm.Number => ReplyValue.Of(home),
            ReplyForm.Text => ReplyValue.OfText(home),
            ReplyForm.EnhancedStatus => ReplyValue.OfEnhancedStatus(home),
            _ => ReplyValue.OfLine(home),
        };
    }

    // reply is { } code, and case var code: the local is the value that is matched, not a part of it.
    private ReplyValue? Matched(ILocalSymbol local) =>
        definitions.Writes(local).Count == 0
        && definitions.DeclaredByPattern(local) is { } origin
        && PlaceOf(origin.Value) is { } input && input.Equals(PatternPaths.Find(origin.Pattern, input, local)) && IsStable(input)
            ? Value(origin.Value)
            : null;

    /// <summary>
    /// The type of the reply code that <paramref name="operation"/> itself is, whatever is computed from it; null where it is none.
    /// </summary>
    public ITypeSymbol? TypeOfReply(IOperation operation) =>
        mail.IsReplyCode(operation.Type) ? MailSymbols.Underlying(operation.Type!)
        : TypeInNumber(operation) ?? (FormOf(operation) == ReplyForm.None ? null : MailSymbols.Underlying(operation.Type!));

    // How a variable, a member or a call of the user's own holds a reply.
    private ReplyForm FormOf(IOperation operation)
    {
        if (operation.Type is not { } type)
            return ReplyForm.None;
        if (operation is IPropertyReferenceOperation header && DeliveryReports.IsStatus(header))
            return ReplyForm.EnhancedStatus;
        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
            IFieldReferenceOperation field => field.Field,
            IInvocationOperation call => call.TargetMethod,
            IAwaitOperation { Operation: IInvocationOperation call } =>
                call.TargetMethod is { Name: "ConfigureAwait" } && call.Instance is IInvocationOperation inner
                ? inner.TargetMethod : call.TargetMethod,
            _ => null,
        };
        // A sum of thousands of strings is a constant of its own at each of them: no one but a variable or member is asked for it.
        var form = symbol is null || operation.ConstantValue.HasValue ? ReplyForm.None : handWritten.FormOf(symbol, type);
        return form != ReplyForm.None && symbol is ILocalSymbol variable && !HoldsReplies(variable) ? ReplyForm.None : form;
    }

    // A dialogue keeps each of its replies in the same variable.
    private bool HoldsReplies(ILocalSymbol variable)
    {
        if (!_holdsReplies.TryGetValue(variable, out var holds))
            _holdsReplies[variable] = holds = definitions.Writes(variable).All(IsOfReply);
        return holds;
    }

    // The number of an enum of another protocol, of an error or of a process is no reply code, whatever the variable is called.
    private bool IsOfReply(IOperation? written) => written switch
    {
        IConversionOperation { Operand: { Type: { TypeKind: TypeKind.Enum } type } } => mail.IsReplyCode(type),
        IConversionOperation conversion => IsOfReply(conversion.Operand),
        // The clients of the libraries return text without the code.
        IAwaitOperation awaited => IsOfReply(awaited.Operation),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } awaited } => IsOfReply(awaited),
        IInvocationOperation call => !mail.IsClient(call),
        IMemberReferenceOperation { Member: { IsStatic: false, DeclaringSyntaxReferences.IsEmpty: true } member } =>
            member.Name is "StatusCode" or "Value" or "Result",
        _ => true,
    };

    /// <summary>Where the value of <paramref name="operation"/> lives, or null where it is computed anew each time.</summary>
    public AccessPath? PlaceOf(IOperation? operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            // In a property pattern it is what is matched, which PatternPlaces knows.
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput }:
                return null;
            case IInstanceReferenceOperation:
                return AccessPath.Variable.This;
            case IParameterReferenceOperation parameter:
                return new AccessPath.Variable(parameter.Parameter);
            case ILocalReferenceOperation local:
                return OfLocal(local.Local);
            case IFlowCaptureReferenceOperation capture:
                return SoleValue(capture) is { } captured ? PlaceOf(captured) ?? new AccessPath.Variable(capture.Id) : null;
            case IConversionOperation { OperatorMethod: null } conversion
                when conversion.Type?.IsReferenceType == true || mail.IsReplyCode(conversion.Type):
                return PlaceOf(conversion.Operand);
            case IPropertyReferenceOperation { Property: { Name: "Value" } value, Instance: var nullable } when IsOfNullable(value):
                return PlaceOf(nullable);
            case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" } method, Instance: var nullable }
                when IsOfNullable(method):
                return PlaceOf(nullable);
            case IPropertyReferenceOperation { Arguments.Length: 1 } indexer:
                return ElementOf(indexer.Instance, indexer.Arguments[0].Value);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property.Name: not "Current" } property:
                return MemberOf(property.Instance, property.Property);
            case IFieldReferenceOperation { Field.HasConstantValue: false } field:
                return MemberOf(field.Instance, field.Field);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return ElementOf(element.ArrayReference, element.Indices[0]);
            default:
                return null;
        }
    }

    // A local that is copied from another, and that from a third, is followed once.
    private AccessPath? OfLocal(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var place))
            _locals[local] = place = Follow(local);
        return place;
    }

    private AccessPath? Follow(ILocalSymbol local)
    {
        if (definitions.CaughtBy(local) is { } region)
            return new AccessPath.Variable(region);
        if (definitions.DeclaredByPattern(local) is { } origin && PlaceOf(origin.Value) is { } input)
            return PatternPaths.Find(origin.Pattern, input, local) ?? new AccessPath.Variable(local);
        if (definitions.Writes(local) is [{ } written] && PlaceOf(written) is { } alias && IsStable(alias))
            return alias;
        return new AccessPath.Variable(local);
    }

    private AccessPath? MemberOf(IOperation? instance, ISymbol member)
    {
        if (instance is null)
            return new AccessPath.Member(AccessPath.Variable.This, member);
        return PlaceOf(instance) is { } owner ? new AccessPath.Member(owner, member.OriginalDefinition) : null;
    }

    private AccessPath? ElementOf(IOperation? instance, IOperation index) =>
        PlaceOf(instance) is not { } owner ? null
        : index.ConstantNumberOrText() is { } constant ? new AccessPath.Element(owner, constant)
        : PlaceOf(index) is { } variable ? new AccessPath.Element(owner, variable)
        : null;

    /// <summary>Whether a place keeps its value for as long as a local that copies it is used.</summary>
    private bool IsStable(AccessPath place) => place.Variables.All(variable =>
        variable.Identity is not (ISymbol or IOperation) || (variable.Identity is ISymbol symbol && definitions.Writes(symbol).Count <= 1));

    /// <summary>
    /// The one value a temporary holds; <c>ex?.StatusCode</c> gives it a null as well, and <c>??
    /// 0</c> a constant, where there is no reply code.
    /// </summary>
    private IOperation? SoleValue(IFlowCaptureReferenceOperation capture)
    {
        IOperation? sole = null;
        foreach (var written in definitions.Writes(capture.Id))
        {
            if (IsOfConditionalAccess(written) || IsFallback(written))
                continue;
            if (written is null || sole is not null)
                return null;
            sole = written;
        }

        return sole;
    }

    // The result of ?. if its left side is null.
    private static bool IsOfConditionalAccess(IOperation? written) => written is IDefaultValueOperation { IsImplicit: true };

    // The right side of ?? where it is a constant.
    private static bool IsFallback(IOperation? written) =>
        written?.ConstantNumberOrText() is not null
        && written.Syntax.FirstAncestorOrSelf<ExpressionSyntax>(static node =>
            node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            is { Parent: BinaryExpressionSyntax coalesce } side
        && side == coalesce.Right;

    /// <summary>
    /// The enum whose value <paramref name="operation"/>, a local number, was converted from; else null. Where the reply code's own place
    /// cannot be named, or changes, the number's variable stands for it.
    /// </summary>
    public ITypeSymbol? TypeInNumber(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local when definitions.Writes(local.Local) is { Count: > 0 } writes
                && IsNumberOfCode(writes[0]) && writes.All(IsNumberOfCode) =>
                MailSymbols.Underlying(((IConversionOperation)writes[0]!).Operand.Type!),
            ILocalReferenceOperation local => ConvertedType(local.Local),
            IParameterReferenceOperation parameter => ConvertedType(parameter.Parameter),
            _ => null,
        };

    private bool IsNumberOfCode(IOperation? written) =>
        written is IConversionOperation { OperatorMethod: null } conversion
        && KeepsCode(conversion.Type)
        && mail.IsReplyCode(conversion.Operand.Type);

    // A variable that is converted to SmtpStatusCode anywhere in the body holds a reply code in all of it.
    private ITypeSymbol? ConvertedType(object variable) =>
        definitions.ConvertedTo(variable) is { } type && mail.IsReplyCode(type) ? type : null;

    private static bool IsOfNullable(ISymbol member) =>
        member.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    // Unsigned, -1 is large.
    private static ReplyValue Unsigned(ReplyValue value, ITypeSymbol? type) =>
        type is null ? value : MailSymbols.Underlying(type).SpecialType switch
        {
            SpecialType.System_UInt16 => value.Then(static number => (long)unchecked((ushort)number)),
            SpecialType.System_UInt32 => value.Then(static number => (long)unchecked((uint)number)),
            SpecialType.System_UInt64 => value.Then(static number => number < 0 ? long.MaxValue : number),
            _ => value,
        };

    // Of a string also as a span.
    private bool KeepsCode(IConversionOperation conversion) =>
        conversion.OperatorMethod is null ? KeepsCode(conversion.Type) : conversion.Operand.Type?.SpecialType == SpecialType.System_String;

    private bool KeepsCode(ITypeSymbol? type) => type is not null && (mail.IsReplyCode(type) || MailSymbols.Underlying(type).SpecialType is
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16
        or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UInt16
        or SpecialType.System_Object or SpecialType.System_String);
}
