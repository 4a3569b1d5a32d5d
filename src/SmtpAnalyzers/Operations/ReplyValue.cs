using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// What is computed from one reply code: the code itself, its class (<c>/ 100</c>), its group
/// (<c>/ 10</c>), its digits as text, one of them.
/// </summary>
/// <param name="Path">Where the reply code lives.</param>
/// <param name="Number">The number that becomes of each code, or null where that throws or has no value; null for a text.</param>
/// <param name="Text">The text that becomes of each code, likewise; null for a number.</param>
/// <param name="IsLine">Whether the text only begins like that: a whole line of the server's.</param>
internal sealed record ReplyValue(AccessPath Path, Func<int, long?>? Number, Func<int, string?>? Text, bool IsLine = false)
{
    /// <summary>The code as a number.</summary>
    public static ReplyValue Of(AccessPath place) => new(place, static code => code == ReplyCodeSet.Absent ? null : code, Text: null);

    /// <summary>The code as text, nothing else.</summary>
    public static ReplyValue OfText(AccessPath place) =>
        new(place, Number: null, static code => code == ReplyCodeSet.Absent ? null : Digits(code));

    // Each comparison with a text is tried with every code.
    private static readonly string[] DigitsOfReplies = Enumerable.Range(0, ReplyCodeSet.HighestTracked + 1).Select(Invariant).ToArray();

    private static string Digits(int code) => code is >= 0 and <= ReplyCodeSet.HighestTracked ? DigitsOfReplies[code] : Invariant(code);

    private static string Invariant(int code) => code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The line of a reply, which begins with the code.</summary>
    public static ReplyValue OfLine(AccessPath place) => OfText(place) with { IsLine = true };

    /// <summary>
    /// An enhanced status code (RFC 3463), which begins with the first digit of the replies that it comes with: <c>4.7.1</c>.
    /// </summary>
    public static ReplyValue OfEnhancedStatus(AccessPath place) =>
        new(new AccessPath.EnhancedStatus(place), Number: null, static code => ReplyCodes.ClassOf(code) switch
        {
            ReplyClass.None or ReplyClass.PositiveIntermediate => null,
            var digit => $"{(int)digit}.",
        }, IsLine: true)
        {
            Known = 2,
        };

    /// <summary>How many characters of a line are known; nothing follows from those behind.</summary>
    public int Known { get; init; } = ReplyTextOperations.CodeLength;

    public bool IsText => Text is not null;

    /// <summary>Whether it is the code, not something that several codes have in common.</summary>
    public bool IsWholeCode => Map(450) is 450L or "450";

    /// <summary>What becomes of <paramref name="code"/>: a <c>long</c> or a <c>string</c>, or null.</summary>
    public object? Map(int code) => Number is null ? Text?.Invoke(code) : Number(code);

    /// <summary>What <paramref name="next"/> makes of a number.</summary>
    public ReplyValue Then(Func<long, long?> next) => new(Path, code => Number?.Invoke(code) is { } value ? next(value) : null, Text: null);

    /// <summary>What <paramref name="binary"/>, with <paramref name="constant"/> on its right, makes of a number.</summary>
    public ReplyValue Computed(IBinaryOperation binary, long constant)
    {
        var (kind, isChecked) = (binary.OperatorKind, binary.IsChecked);
        var type = binary.Type is { } result ? MailSymbols.Underlying(result).SpecialType : SpecialType.None;
        return Then(value => CodeArithmetic.Of(kind, value, constant, type, isChecked));
    }

    /// <summary>The text that <paramref name="next"/> makes of a number.</summary>
    public ReplyValue ToText(Func<long, string?> next) =>
        new(Path, Number: null, code => Number?.Invoke(code) is { } value ? next(value) : null);

    /// <summary>The text that <paramref name="next"/> makes of a text. Of a line it must only look at the code.</summary>
    public ReplyValue ThenText(Func<string, string?> next) =>
        new(Path, Number: null, code => Text?.Invoke(code) is { } value ? next(value) : null);

    /// <summary>The number that <paramref name="next"/> makes of a text. Of a line it must only look at the code.</summary>
    public ReplyValue ToNumber(Func<string, long?> next) =>
        new(Path, code => Text?.Invoke(code) is { } value ? next(value) : null, Text: null);

    /// <summary>This value, or <paramref name="constant"/>, a <c>long</c> or a <c>string</c>, where there is no reply.</summary>
    public ReplyValue Or(object constant) => (IsText, constant) switch
    {
        (true, string text) => this with { Text = code => code == ReplyCodeSet.Absent ? text : Text!(code) },
        (false, long number) => this with { Number = code => code == ReplyCodeSet.Absent ? number : Number!(code) },
        _ => this,
    };

    /// <summary>The reply codes of which something becomes: not those where it throws, nor where there is none.</summary>
    public ReplyCodeSet Defined => ReplyCodeSet.Where(code => Map(code) is not null);

    /// <summary>The reply codes for which <paramref name="condition"/> holds of the number.</summary>
    public ReplyCodeSet Where(Func<long, bool> condition) =>
        ReplyCodeSet.Where(code => Number?.Invoke(code) is { } value && condition(value));

    /// <summary>The reply codes for which <paramref name="condition"/> holds of the text.</summary>
    public ReplyCodeSet WhereText(Func<string, bool> condition) =>
        ReplyCodeSet.Where(code => Text?.Invoke(code) is { } value && condition(value));
}
