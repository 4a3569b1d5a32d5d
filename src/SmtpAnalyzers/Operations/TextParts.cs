using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>What is made of a text and still is one of its parts, as a derivation for <see cref="ValueTracker.SourcesOf"/>.</summary>
internal static class TextParts
{
    /// <summary>Whether <paramref name="operation"/> is a constant text, <c>string.Empty</c> included.</summary>
    public static bool IsConstant(IOperation operation) => operation is { ConstantValue.HasValue: true }
        or IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };

    /// <summary>
    /// The text that <paramref name="operation"/> takes a part of, measures or reads a number from; null for any other operation.
    /// </summary>
    public static IEnumerable<IOperation?>? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String, Instance: { } text } call
            when IsPart(call.TargetMethod.Name) => [text],
        IInvocationOperation
        {
            Instance: null, TargetMethod.Name: "First" or "FirstOrDefault" or "AsSpan" or "Parse", Arguments: [var text, ..],
        } => [text.Value],
        IPropertyReferenceOperation
        {
            Property: { Name: "Length" } or { IsIndexer: true }, Instance: { Type.SpecialType: SpecialType.System_String } text,
        } => [text],
        IArrayElementReferenceOperation element => [element.ArrayReference],
        IImplicitIndexerReferenceOperation part => [part.Instance],
        _ => null,
    };

    /// <summary>The operands of a sum, an interpolated string or a Join, in order; null for any other operation.</summary>
    public static IReadOnlyList<IOperation>? Joined(IOperation operation)
    {
        if (operation is IInvocationOperation { TargetMethod: { Name: "Join" or "Concat", IsStatic: true } method } join
            && method.ContainingType.SpecialType == SpecialType.System_String)
        {
            return join.Arguments.Skip(method.Name == "Join" ? 1 : 0)
                .SelectMany(static argument => Elements(argument.Value, argument.IsImplicit))
                .ToList();
        }

        if (operation is IInterpolatedStringOperation interpolated)
            return interpolated.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression).ToList();
        if (operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
            return null;
        var operands = new Stack<IOperation>();
        // The sum of thousands of texts is as deep on its left side.
        while (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum)
        {
            operands.Push(sum.RightOperand);
            operation = sum.LeftOperand;
        }

        operands.Push(operation);
        return operands.ToList();
    }

    /// <summary>
    /// What is appended to the StringBuilder that <paramref name="operation"/> makes a text of; null for any other operation.
    /// </summary>
    public static IReadOnlyList<IOperation>? Built(IOperation operation, ValueTracker values)
    {
        if (operation is not IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } builder } || !IsBuilder(builder.Type))
            return null;
        // Append returns what it is called on.
        var made = values.SourcesOf(
            builder, static call => call is IInvocationOperation { Instance: { } inner } && IsBuilder(inner.Type) ? [inner] : null);
        return made.SelectMany(one => values.UsesOf(one, IsAppending)).OfType<IOperation>()
            .Select(static use => use.Parent).OfType<IInvocationOperation>()
            .Concat(AppendedBefore(builder))
            .Where(static call => call.TargetMethod.Name is "Append" or "AppendLine" or "Insert")
            .SelectMany(static call => call.Arguments).Select(static argument => argument.Value)
            .ToList();
    }

    // new StringBuilder().Append(one).Append(other)
    private static IEnumerable<IInvocationOperation> AppendedBefore(IOperation builder)
    {
        for (; builder is IInvocationOperation { Instance: { } inner } call; builder = inner)
            yield return call;
    }

    private static bool IsAppending(IOperation parent) =>
        parent is IInvocationOperation { Parent: IInvocationOperation } call && IsBuilder(call.Type);

    private static bool IsBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" };

    // An array, or the span that newer compilers make of several arguments.
    private static IEnumerable<IOperation> Elements(IOperation texts, bool isOfArguments) => texts switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Elements(conversion.Operand, isOfArguments),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        _ => isOfArguments ? texts.ChildOperations : [texts],
    };

    private static bool IsPart(string method) =>
        method is "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant"
            or "Substring" or "Split" or "Replace" or "Remove" or "ToString";
}
