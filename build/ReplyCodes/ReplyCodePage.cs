using System.Text.RegularExpressions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Documentation;

/// <summary>docs/reply-codes.md: people write its prose, the catalogue fills the facts in its tables.</summary>
internal static partial class ReplyCodePage
{
    public const string Path = "docs/reply-codes.md";

    /// <summary>The rows of facts in a table under a heading that names codes: one column for each of them.</summary>
    public static readonly IReadOnlyList<(string Label, Func<ReplyCode, string> Cell)> Facts =
    [
        ("Class", ClassOf),
        ("Meaning", static reply => Sentence(reply.Meaning)),
        ("What to do", static reply => Sentence(reply.Action)),
        ("MailKit", static reply => Name(reply.MailKit)),
        ("System.Net.Mail", static reply => Name(reply.SystemNetMail)),
        ("SmtpServer", static reply => Name(reply.SmtpServer)),
        ("Defined in", static reply => Source(reply.Source)),
    ];

    /// <summary>The lines of the page, with every fact as the catalogue has it.</summary>
    public static IEnumerable<string> Update(IEnumerable<string> lines)
    {
        List<ReplyCode> codes = [];
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
                codes = [.. Code().Matches(line).Select(static code => ReplyCodes.Find(int.Parse(code.Value))).OfType<ReplyCode>()];
            var label = Label().Match(line).Groups["label"].Value;
            if (codes.Count > 0 && Facts.FirstOrDefault(fact => fact.Label == label).Cell is { } cell)
                yield return $"| {label} | {string.Join(" | ", codes.Select(cell))} |";
            else if (Linked().Match(label) is { Success: true } linked
                && ReplyCodes.Find(int.Parse(linked.Groups["code"].Value)) is { } reply)
                yield return InBrief(reply);
            else
                yield return line;
        }
    }

    /// <summary>The row of the table that lists all codes.</summary>
    public static string InBrief(ReplyCode reply) =>
        $"| [{reply.Code}](#{reply.Code}) | {ClassOf(reply)} | {Sentence(reply.Meaning)} | {Sentence(reply.Action)} |";

    private static string ClassOf(ReplyCode reply) => reply.Class switch
    {
        ReplyClass.PositiveCompletion => "2xx, success",
        ReplyClass.PositiveIntermediate => "3xx, go on",
        ReplyClass.TransientNegative => "4xx, temporary",
        _ => "5xx, permanent",
    };

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string Name(string? member) => member is null ? "no name" : $"`{member}`";

    // "RFC 5321 4.2.1"
    private static string Source(string source) => source.Split(' ') is [_, var number, var section]
        ? $"[RFC {number} section {section}](https://www.rfc-editor.org/rfc/rfc{number}#section-{section})"
        : throw new FormatException(source);

    [GeneratedRegex(@"\b\d{3}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (?<label>[^|]+) \|")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\[(?<code>\d{3})\]")]
    private static partial Regex Linked();
}
