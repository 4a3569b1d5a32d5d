using System.Globalization;

namespace SmtpAnalyzers.Survey;

/// <summary>One machine's part of the work: every <paramref name="Count"/>th project or file, beginning with the <paramref name="Number"/>th.</summary>
internal readonly record struct Shard(int Number, int Count)
{
    public static readonly Shard Whole = new(1, 1);

    /// <summary>Reads <c>3/20</c>.</summary>
    public static bool TryParse(string text, out Shard shard)
    {
        shard = Whole;
        if (text.Split('/') is not [var number, var count]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            || part < 1 || part > parts)
        {
            return false;
        }

        shard = new Shard(part, parts);
        return true;
    }

    /// <summary>The part of <paramref name="all"/>, which must have the same order on every machine.</summary>
    public IReadOnlyList<T> Of<T>(IEnumerable<T> all)
    {
        var (first, step) = (Number - 1, Count);
        return [.. all.Where((_, position) => position % step == first)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
