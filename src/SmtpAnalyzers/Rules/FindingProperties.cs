using System.Collections.Immutable;
using System.Globalization;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>What a diagnostic tells its code fix. Written and read here only; what cannot be read back is no finding of ours.</summary>
/// <param name="Kind">How the syntax at fault lets the codes through.</param>
/// <param name="Codes">The codes concerned.</param>
/// <param name="Outcome">What wrongly becomes of them.</param>
internal sealed record FindingProperties(MatchKind Kind, ReplyCodeSet Codes, Outcome Outcome)
{
    private const string NoReply = "-1";

    public ImmutableDictionary<string, string?> ToDictionary() => ImmutableDictionary<string, string?>.Empty
        .Add(nameof(Kind), Kind.ToString())
        .Add(nameof(Codes), Codes.ToString())
        .Add(nameof(Outcome), Outcome.ToString());

    public static FindingProperties? Read(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(nameof(Kind), out var kindText) && Enum.TryParse<MatchKind>(kindText, out var kind)
        && properties.TryGetValue(nameof(Outcome), out var outcomeText) && Enum.TryParse<Outcome>(outcomeText, out var outcome)
        && properties.TryGetValue(nameof(Codes), out var codesText) && ReadCodes(codesText) is { } codes
            ? new FindingProperties(kind, codes, outcome)
            : null;

    private static ReplyCodeSet? ReadCodes(string? text)
    {
        var codes = ReplyCodeSet.Empty;
        foreach (var part in (text ?? "").Split([", "], StringSplitOptions.RemoveEmptyEntries))
        {
            // GeneralFailure is the only code with a sign, and stands alone.
            var ends = part == NoReply ? [part] : part.Split('-');
            if (!TryParse(ends[0], out var first) || !TryParse(ends[ends.Length - 1], out var last) || ends.Length > 2)
                return null;
            codes |= ReplyCodeSet.Range(first, last);
        }

        return codes.IsEmpty ? null : codes;
    }

    private static bool TryParse(string text, out int code) =>
        int.TryParse(text, text == NoReply ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out code);
}
