using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Sources;

/// <summary>A number or enum value that is computed from one reply code: the code itself, its class (<c>/ 100</c>), its group (<c>/ 10</c>).</summary>
/// <param name="Place">Where the reply code lives.</param>
/// <param name="Map">What is computed from the code; null where that throws or has no value.</param>
internal sealed record ReplyValue(Place Place, Func<int, long?> Map)
{
    public static ReplyValue Of(Place place) => new(place, static code => code);

    public ReplyValue Then(Func<long, long?> next)
    {
        var map = Map;
        return this with { Map = code => map(code) is { } value ? next(value) : null };
    }

    /// <summary>The reply codes for which <paramref name="condition"/> holds of this value.</summary>
    public ReplyCodeSet Where(Func<long, bool> condition) =>
        ReplyCodeSet.Where(code => Map(code) is { } value && condition(value));
}
