using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Reply codes as text: what the string methods and parsers that clients use make of <c>"450"</c> and of <c>"450 4.7.1 Greylisted"</c>.
/// </summary>
internal static class ReplyTextOperations
{
    /// <summary>The digits of a reply code.</summary>
    public const int CodeLength = 3;

    /// <summary>
    /// What <paramref name="operation"/> makes of a reply code that <paramref name="valueOf"/>
    /// sees in its operands; null where that is unknown.
    /// </summary>
    public static ReplyValue? Of(IOperation operation, Func<IOperation?, ReplyValue?> valueOf) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call => OfMethod(call, instance, valueOf),
        IInvocationOperation { Arguments.Length: > 0 } call => OfStaticMethod(call, valueOf),
        IPropertyReferenceOperation { Arguments: [var index], Instance: { } instance } when index.Value.Constant() is { } at =>
            instance is IInvocationOperation { TargetMethod.Name: "Split", Instance: { } line } parts
                ? at == 0 ? FirstWord(valueOf(line), parts) : null
                : Character(valueOf(instance), at),
        IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array } when index.Constant() == 0
            && Invocation(array) is { TargetMethod.Name: "Split", Instance: { } line } parts => FirstWord(valueOf(line), parts),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range, Instance: var instance }
            when range.RightOperand is null || Index(range.RightOperand) is not null =>
                Part(valueOf(instance), Index(range.LeftOperand) ?? (range.LeftOperand is null ? 0 : null), Index(range.RightOperand)),
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: var text, Alignment: null, FormatString: null }] } =>
            ToText(valueOf(text), text.Type, named: true),
        IImplicitIndexerReferenceOperation indexer when Index(indexer.Argument) is { } at => Character(valueOf(indexer.Instance), at),
        _ => null,
    };

    private static ReplyValue? OfMethod(IInvocationOperation call, IOperation instance, Func<IOperation?, ReplyValue?> valueOf)
    {
        var constants = call.Arguments.Select(static argument => argument.Value.Constant()).ToList();
        return (call.TargetMethod.Name, constants) switch
        {
            ("Substring" or "Slice", [{ } start]) => Part(valueOf(instance), start, null),
            ("Substring" or "Slice", [{ } start, { } length]) => Part(valueOf(instance), start, start + length),
            ("Remove", [{ } start]) => Part(valueOf(instance), 0, start),
            ("Trim" or "TrimStart" or "TrimEnd" or "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant", []) =>
                valueOf(instance) is { } text
                && text.IsText ? text : null,
            ("ToString", _) when call.Arguments.All(static argument => argument.Value.Type?.SpecialType != SpecialType.System_String
                || argument.Value.ConstantValue is { HasValue: true, Value: "D" or "d" }) =>
                    ToText(valueOf(instance), instance.Type, named: constants.Count == 0),
            _ => null,
        };
    }

    private static ReplyValue? OfStaticMethod(IInvocationOperation call, Func<IOperation?, ReplyValue?> valueOf)
    {
        var (first, owner) = (call.Arguments[0].Value, call.TargetMethod.ContainingType);
        return (owner.Name, call.TargetMethod.Name) switch
        {
            ("Int32" or "Int16" or "Int64" or "UInt32" or "UInt16"
                or "Convert", "Parse" or "ToInt32" or "ToInt16" or "ToInt64" or "ToUInt32" or "ToUInt16") =>
                valueOf(first) is { IsLine: false } value
                    ? value.IsText ? value.ToNumber(Parsed)
                        : owner.Name == "Convert" && first.Type?.SpecialType != SpecialType.System_Char ? value
                        : null
                    : null,
            ("Convert", "ToString") => ToText(valueOf(first), first.Type, named: true),
            ("Char", "GetNumericValue") => valueOf(first)?.Then(static character => character - '0'),
            ("Char", "ToString") => ToText(valueOf(first), first.Type, named: false),
            ("MemoryExtensions", "AsSpan") => call.Arguments.Skip(1).Select(static argument => argument.Value.Constant()).ToList() switch
            {
                [] => valueOf(first),
                [{ } start] => Part(valueOf(first), start, null),
                [{ } start, { } length] => Part(valueOf(first), start, start + length),
                _ => null,
            },
            ("Enumerable", "First" or "FirstOrDefault" or "ElementAt")
                when call.Arguments.Skip(1).All(static argument => argument.Value.Constant() == 0) =>
                    Invocation(first) is { TargetMethod.Name: "Split", Instance: { } line } parts
                        ? FirstWord(valueOf(line), parts)
                        : Character(valueOf(first), 0),
            _ => null,
        };
    }

    private static long? Parsed(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A character of the code, as a number; null where it is beyond the code.</summary>
    public static ReplyValue? Character(ReplyValue? text, long at) =>
        text is { IsText: true } && at >= 0 && at < text.Known ? text.ToNumber(value => at < value.Length ? value[(int)at] : null) : null;

    // Of a line nothing is known beyond the code, and with a negative end neither where that is.
    private static ReplyValue? Part(ReplyValue? text, long? start, long? end) =>
        text is not { IsText: true }
        || start is not { } from
        || from < 0 || from > text.Known
        || (text.IsLine && !(end >= 0 && end <= text.Known)) ? null
        : text.ThenText(value => from <= (end ?? value.Length) && (end ?? 0) <= value.Length
            ? value.Substring((int)from, (int)((end ?? value.Length) - from))
            : null);

    // The first part of 4.7.1 is its class; words do not divide it.
    private static ReplyValue? FirstWord(ReplyValue? line, IInvocationOperation split) =>
        line is not { IsText: true } ? null
        : line is not { IsLine: true, Path: AccessPath.EnhancedStatus } ? line with { IsLine = false }
        : split.Arguments is [{ Value: var dot }, ..] && dot.DescendantsAndSelf().Any(static part => part.ConstantValue.Value is '.' or ".")
            ? line.ThenText(static text => text.TrimEnd('.'))
            : line;

    private static ReplyValue? ToText(ReplyValue? value, ITypeSymbol? type, bool named)
    {
        if (value is not { IsText: false } || type is null)
            return value is { IsText: true } ? value : null;
        type = MailSymbols.Underlying(type);
        if (type.SpecialType == SpecialType.System_Char)
            return value.ToText(static number => number is >= char.MinValue and <= char.MaxValue ? ((char)number).ToString() : null);
        if (type.TypeKind != TypeKind.Enum || !named)
            return value.ToText(static number => number.ToString(CultureInfo.InvariantCulture));
        return value.ToText(number => MailSymbols.NameOf(type, (int)number) ?? number.ToString(CultureInfo.InvariantCulture));
    }

    private static long? Index(IOperation? index) => index switch
    {
        IConversionOperation conversion => Index(conversion.Operand),
        _ => index.Constant(),
    };

    private static IInvocationOperation? Invocation(IOperation operation) => operation.Unconverted() as IInvocationOperation;
}
