using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Conditions;

/// <summary>Comparisons of a number or text computed from the reply code with a constant.</summary>
internal static class Comparison
{
    /// <summary>The atom for <paramref name="value"/> compared with <paramref name="constant"/> at <paramref name="syntax"/>.</summary>
    public static Condition.Atom Of(ReplyValue value, BinaryOperatorKind kind, IOperation constant, SyntaxNode syntax)
    {
        // A constant that is neither number nor text equals no reply code.
        var constraint = constant.ConstantNumberOrText() is { } bound ? With(value, kind, bound)
            : kind == BinaryOperatorKind.Equals ? Constraint.Never : Constraint.Unknown;
        return new(syntax, constraint)
        {
            WhenTrue = MatchOf(kind, true, value.IsWholeCode),
            WhenFalse = MatchOf(kind, false, value.IsWholeCode),
            Named = CodeTests.LabelOf(constant.Syntax),
            Number = constant.Constant(),
            AsksForCodes = kind != BinaryOperatorKind.NotEquals,
        };
    }

    // A test for all codes but one names nothing that it lets through; a test for all classes but one still names a class.
    private static MatchKind MatchOf(BinaryOperatorKind kind, bool value, bool isWholeCode) => (kind, value) switch
    {
        (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals, false) => isWholeCode ? MatchKind.Named : MatchKind.Group,
        (BinaryOperatorKind.NotEquals, true) when !isWholeCode => MatchKind.Group,
        (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, true) => MatchKind.LowerBound,
        (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, false) => MatchKind.LowerBound,
        (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, true) => MatchKind.UpperBound,
        (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, false) => MatchKind.UpperBound,
        _ => MatchKind.Otherwise,
    };

    /// <summary>The comparison of <paramref name="value"/> with a constant, a <c>long</c> or a <c>string</c>.</summary>
    public static Constraint With(ReplyValue value, BinaryOperatorKind kind, object bound) => (value.IsText, bound) switch
    {
        (true, string text) when kind == BinaryOperatorKind.Equals => Equal(value, text),
        (true, string text) when kind == BinaryOperatorKind.NotEquals => Equal(value, text).Not(),
        (false, long number) => With(value, kind, number),
        _ => Constraint.Unknown,
    };

    /// <summary>
    /// <c>StartsWith</c> on the code as text, or on a reply line. Only the code is known of a line, so a longer <paramref name="start"/>
    /// may fit.
    /// </summary>
    public static Constraint StartsWith(ReplyValue text, string start)
    {
        if (!text.IsLine || start.Length <= text.Known)
            return Constraint.Exactly(text.WhereText(value => value.StartsWith(start, StringComparison.Ordinal)));
        return Constraint.Unknown with { WhenTrue = text.WhereText(value => start.StartsWith(value, StringComparison.Ordinal)) };
    }

    /// <summary>The length of a text compared with a constant. A line may be longer than what is known of it.</summary>
    public static Constraint OfLength(ReplyValue text, BinaryOperatorKind kind, long bound) =>
        !text.IsLine || bound < text.Known
        || (bound == text.Known && kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan)
            ? With(text.ToNumber(static value => value.Length), kind, bound)
            : Constraint.Unknown;

    // Only the code is known of a line, so the line may be equal to any text that begins with the code.
    private static Constraint Equal(ReplyValue text, string other) => text.IsLine
        ? Constraint.Unknown with { WhenTrue = text.WhereText(value => other.StartsWith(value, StringComparison.Ordinal)) }
        : Constraint.Exactly(text.WhereText(value => value == other));

    private static Constraint With(ReplyValue number, BinaryOperatorKind kind, long bound) => kind switch
    {
        BinaryOperatorKind.Equals => Constraint.Exactly(number.Where(value => value == bound)),
        BinaryOperatorKind.NotEquals => With(number, BinaryOperatorKind.Equals, bound).Not(),
        BinaryOperatorKind.LessThan => Constraint.Exactly(number.Where(value => value < bound)),
        BinaryOperatorKind.LessThanOrEqual => Constraint.Exactly(number.Where(value => value <= bound)),
        BinaryOperatorKind.GreaterThan => Constraint.Exactly(number.Where(value => value > bound)),
        BinaryOperatorKind.GreaterThanOrEqual => Constraint.Exactly(number.Where(value => value >= bound)),
        _ => Constraint.Unknown,
    };

    /// <summary>The operator that says the same with its operands exchanged.</summary>
    public static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
