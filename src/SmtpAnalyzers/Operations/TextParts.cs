using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>What is made of a text and still is one of its parts, as a derivation for <see cref="ValueTracker.SourcesOf"/>.</summary>
internal static class TextParts
{
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

    /// <summary>The operands of a sum or an interpolated string, in order; null for any other operation.</summary>
    public static IReadOnlyList<IOperation>? Joined(IOperation operation)
    {
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

    private static bool IsPart(string method) =>
        method is "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant"
            or "Substring" or "Split" or "Replace" or "Remove" or "ToString";
}
