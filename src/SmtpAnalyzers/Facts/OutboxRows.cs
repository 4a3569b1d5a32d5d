using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Reads what a body writes into a record of the mail, a row of an outbox for instance: a time for the next attempt, a time of sending,
/// a status in words. The record's members say what is meant; the values say whether it is.
/// </summary>
internal sealed class OutboxRows(FunctionBody body, ReachAnalysis reach, Vocabulary vocabulary)
{
    private readonly HashSet<ISymbol> _counted = body.Once(static body => new CountedRecords(body)).Rows;

    public IEnumerable<OutcomeSite> In(ProgramPoint at, IOperation operation)
    {
        var (value, name, record) = operation switch
        {
            ISimpleAssignmentOperation assignment when RowMember.Of(assignment.Target, body) is { } target =>
                (assignment.Value, target.Name, target.Row),
            IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter, Parent: IOperation call } argument
                when call is not IInvocationOperation report || !CallKinds.IsReport(report) =>
                (argument.Value, parameter.Name, method.ContainingType),
            _ => default((IOperation?, string, ISymbol?)),
        };
        if (value is null || record is null || (record is ITypeSymbol type && CallKinds.IsFramework(type)))
            return [];
        var words = RecordWords.Read(name);
        return words == RecordMember.None || (words == RecordMember.Due && !_counted.Contains(record)) ? []
            : Sites(at, operation.Syntax, value, (name, words), record);
    }

    private IEnumerable<OutcomeSite> Sites(
        ProgramPoint at, SyntaxNode write, IOperation value, (string Name, RecordMember Words) member, ISymbol record)
    {
        foreach (var (point, given) in GivenValues.Of(body, reach, at, value))
        {
            if (Says(member.Words, given, record) is not (var outcome and not Outcome.None))
                continue;
            var what = given.ConstantValue.Value is string text ? $"'{member.Name}' is \"{text}\"" : $"'{member.Name}' is set";
            yield return new OutcomeSite(outcome, new(point.Block, point.Step), point.State.Codes, write, what) { Subject = record };
        }
    }

    private Outcome Says(RecordMember member, IOperation value, ISymbol record) => member switch
    {
        RecordMember.Status => OfStatus(value, record),
        _ when !IsTime(value) => Outcome.None,
        RecordMember.SentTime => Outcome.Delivered,
        _ => Outcome.Retry,
    };

    // What is counted, or fails otherwise, and stays pending is tried again.
    private Outcome OfStatus(IOperation value, ISymbol record)
    {
        var (name, isText) = value switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => (text, true),
            IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.TypeKind: TypeKind.Enum } constant }
                when !CallKinds.IsFramework(constant.ContainingType) => (constant.Name, false),
            _ => default,
        };
        if (name is null or { Length: > 40 })
            return Outcome.None;
        if (RecordWords.IsPending(name) && (_counted.Contains(record) || IsFailedElsewhere(value)))
            return Outcome.Retry;
        // The member of an enum speaks wherever it stands.
        return isText ? vocabulary.OfName(name.Replace(' ', '_').Replace('-', '_')) : Outcome.None;
    }

    // Status = busy ? Pending : Failed
    private bool IsFailedElsewhere(IOperation pending) => pending.Type is { TypeKind: TypeKind.Enum } state
        && body.AllOperations.OfType<IFieldReferenceOperation>().Any(other =>
            SymbolEqualityComparer.Default.Equals(other.Field.ContainingType, state)
            && vocabulary.OfName(other.Field.Name) is Outcome.Failure or Outcome.GiveUp);

    // null, default and the end of time say that there is no such moment.
    private bool IsTime(IOperation value)
    {
        var end = value.DescendantsAndSelf().Any(static part =>
            part is IMemberReferenceOperation { Member.Name: "MaxValue" or "MinValue" or "MaxDate" or "Never" });
        return !end && value switch
        {
            { ConstantValue.HasValue: true } or IDefaultValueOperation => false,
            ILocalReferenceOperation { Local: var local } => body.Writes.Writes(local) is { Count: > 0 } writes
                && writes.All(written => written is not null && !IsNull(written)),
            { Type: { } type } => IsTimeType(MailSymbols.Underlying(type)),
            _ => false,
        };
    }

    private static bool IsNull(IOperation value) =>
        value.Unconverted() is { ConstantValue.HasValue: true } or IDefaultValueOperation;

    private static bool IsTimeType(ITypeSymbol type) =>
        type.Name is "DateTime" or "DateTimeOffset" or "Instant" or "LocalDateTime" or "ZonedDateTime" or "DateOnly" or "TimeSpan"
        || type.SpecialType is SpecialType.System_Int64 or SpecialType.System_DateTime;

    // The records whose attempts the body counts.
    private sealed class CountedRecords(FunctionBody body)
    {
        public HashSet<ISymbol> Rows { get; } = new(
            body.AllOperations.Select(operation => CountedBy(body, operation)).OfType<ISymbol>(),
            SymbolEqualityComparer.Default);

        private static ISymbol? CountedBy(FunctionBody body, IOperation operation)
        {
            var target = operation switch
            {
                IIncrementOrDecrementOperation { Kind: OperationKind.Increment } increment => increment.Target,
                ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => sum.Target,
                ISimpleAssignmentOperation { Value: var value } assignment when IsSum(value) => assignment.Target,
                IInvalidOperation { Syntax: PostfixUnaryExpressionSyntax } increment => increment.ChildOperations.FirstOrDefault(),
                _ => null,
            };
            return target is not null && RowMember.Of(target, body) is { } member && RecordWords.Read(member.Name) == RecordMember.Counter
                ? member.Row
                : null;
        }

        private static bool IsSum(IOperation value) =>
            value.Unconverted() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add };
    }
}
