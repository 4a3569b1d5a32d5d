using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Computes with the user's constants as the user's program does: numbers wrap round where theirs do, and what throws there has no result.
/// Nothing throws here. This is the only place where a constant of the code that is analyzed goes into a sum.
/// </summary>
internal static class CodeArithmetic
{
    /// <summary>Whether <paramref name="kind"/> is computed at all.</summary>
    public static bool Knows(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
        or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;

    /// <summary>
    /// The result of <paramref name="kind"/> in <paramref name="type"/>; null where the program throws, and for a number that a <c>long</c>
    /// does not hold.
    /// </summary>
    public static long? Of(BinaryOperatorKind kind, long left, long right, SpecialType type, bool isChecked)
    {
        var isDivision = kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;
        if (isDivision && right == 0)
            return null;
        if (OfSmall(kind, left, right) is { } small)
            return small;
        BigInteger exact = kind switch
        {
            BinaryOperatorKind.Add => (BigInteger)left + right,
            BinaryOperatorKind.Subtract => (BigInteger)left - right,
            BinaryOperatorKind.Multiply => (BigInteger)left * right,
            _ => (BigInteger)left / right,
        };
        var wrapped = Wrapped(exact, type);
        // A quotient that its type does not hold throws, and so does the rest of it.
        if (wrapped != exact && (isChecked || isDivision))
            return null;
        return kind == BinaryOperatorKind.Remainder ? (long)((BigInteger)left % right)
            : wrapped >= long.MinValue && wrapped <= long.MaxValue ? (long)wrapped
            : null;
    }

    // Most are: a reply code and what is made of it. Every type holds them, so none wraps round.
    private static long? OfSmall(BinaryOperatorKind kind, long left, long right)
    {
        if (left is < 0 or > int.MaxValue || right is < 0 or > int.MaxValue)
            return null;
        var exact = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left / right,
            _ => left % right,
        };
        return exact is >= 0 and <= int.MaxValue ? exact : null;
    }

    // The lowest bits, as the type reads them. What is shorter than an int is computed as one.
    private static BigInteger Wrapped(BigInteger exact, SpecialType type) => type switch
    {
        SpecialType.System_UInt32 => (uint)(exact & uint.MaxValue),
        SpecialType.System_UInt64 => (ulong)(exact & ulong.MaxValue),
        SpecialType.System_Int64 => unchecked((long)(ulong)(exact & ulong.MaxValue)),
        _ => unchecked((int)(uint)(exact & uint.MaxValue)),
    };
}
