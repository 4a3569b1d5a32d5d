using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Options;

/// <summary>
/// Reads the values of options. A value that cannot be read as a whole is null, so that nothing is half applied; an empty list is a list.
/// </summary>
internal static class OptionText
{
    private static readonly char[] Separators = ['|', ','];
    private static readonly char[] Bar = ['|'];
    private static readonly string[] TimeFormats = [@"h\:mm\:ss", @"d\.hh\:mm\:ss"];

    /// <summary>Words and member names in any language, "park it" or "ParkIt", each with a '-' before it where it is taken out.</summary>
    public static IReadOnlyList<string>? Names(string text) => Items(text, Separators) is var names && names.All(IsName) ? names : null;

    public static ReplyCodeSet? Codes(string text)
    {
        var codes = Items(text, Separators).Select(Code).ToList();
        return codes.Contains(null) ? null : ReplyCodeSet.Of(codes.OfType<int>().ToArray());
    }

    /// <summary>Documentation ids as the compiler writes them, told by their form; what they name may belong to another project.</summary>
    public static ImmutableHashSet<string>? DocumentationIds(string text) =>
        Items(text, Bar).Select(static id => id.Replace(", ", ",")).ToImmutableHashSet() is var ids && ids.All(IsDocumentationId)
            ? ids
            : null;

    /// <summary>A time as hours, minutes and seconds, days before them where there are any.</summary>
    public static TimeSpan? Time(string text) =>
        TimeSpan.TryParseExact(text.Trim(), TimeFormats, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static IReadOnlyList<string> Items(string text, char[] separators) =>
        text.Split(separators).Select(static item => item.Trim()).Where(static item => item.Length > 0).ToList();

    private static bool IsName(string item) =>
        item.Any(char.IsLetter) && item.All(static c => c is '-' or ' ' || SyntaxFacts.IsIdentifierPartCharacter(c));

    private static int? Code(string item) =>
        int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is >= ReplyCodes.Lowest and <= ReplyCodes.Highest
            ? code
            : null;

    private static bool IsDocumentationId(string id) =>
        id.Length > 2 && id[0] is 'P' or 'F' or 'M' or 'T' && id.LastIndexOf(':') == 1 && !id.Any(char.IsWhiteSpace);
}
