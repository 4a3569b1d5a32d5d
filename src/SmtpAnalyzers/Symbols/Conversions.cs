using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>Sees through the conversions of a value, those that are written and those that the compiler adds.</summary>
internal static class Conversions
{
    /// <summary>The value that is converted by <paramref name="operation"/>, by however many conversions; itself if it is none.</summary>
    public static IOperation Unconverted(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The outermost conversion of <paramref name="operation"/>; itself if nothing converts it.</summary>
    public static IOperation Converted(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation conversion)
            operation = conversion;
        return operation;
    }
}
