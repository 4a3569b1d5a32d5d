using System.Globalization;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Sources;

/// <summary>
/// What is computed from one reply code: the code itself, its class (<c>/ 100</c>), its group (<c>/ 10</c>), its digits as text, one of them.
/// </summary>
/// <param name="Place">Where the reply code lives.</param>
/// <param name="Map">What becomes of each code: a <c>long</c> or a <c>string</c>, or null where that throws or has no value.</param>
/// <param name="IsLine">Whether the text only begins like that: a whole line of the server's.</param>
internal sealed record ReplyValue(Place Place, Func<int, object?> Map, bool IsLine = false)
{
    /// <summary>The code as a number.</summary>
    public static ReplyValue Of(Place place) => new(place, static code => (long)code);

    /// <summary>The code as text, nothing else.</summary>
    public static ReplyValue OfText(Place place) => new(place, static code => code.ToString(CultureInfo.InvariantCulture));

    /// <summary>The line of a reply, which begins with the code.</summary>
    public static ReplyValue OfLine(Place place) => OfText(place) with { IsLine = true };

    /// <summary>Whether it is the code, not something that several codes have in common.</summary>
    public bool IsWholeCode => Map(450) is 450L or "450";

    /// <summary>What <paramref name="next"/> makes of a number.</summary>
    public ReplyValue Then(Func<long, object?> next)
    {
        var map = Map;
        return new(Place, code => map(code) is long value ? next(value) : null);
    }

    /// <summary>What <paramref name="next"/> makes of a text. Of a line it must only look at the code.</summary>
    public ReplyValue ThenText(Func<string, object?> next)
    {
        var map = Map;
        return new(Place, code => map(code) is string value ? next(value) : null);
    }

    /// <summary>The reply codes for which <paramref name="condition"/> holds of the number.</summary>
    public ReplyCodeSet Where(Func<long, bool> condition) =>
        ReplyCodeSet.Where(code => Map(code) is long value && condition(value));

    /// <summary>The reply codes for which <paramref name="condition"/> holds of the text.</summary>
    public ReplyCodeSet WhereText(Func<string, bool> condition) =>
        ReplyCodeSet.Where(code => Map(code) is string value && condition(value));
}
