using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Sarif;

namespace SmtpAnalyzers.EndToEnd.Harness;

/// <summary>A source says itself what is to be found in it: <c>// SMTP1001</c> at the end of a line.</summary>
internal static partial class Marks
{
    public static IEnumerable<(string Id, int Line)> In(string source) =>
        from line in source.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from id in Mark().Match(line.Text).Groups["id"].Captures
        select (id.Value, line.Number);

    /// <summary>The source without its marks, which a fix would have to keep as comments.</summary>
    public static string Without(string source) => string.Join('\n', source.Split('\n').Select(line => Mark().Replace(line, "").TrimEnd()));

    /// <summary>The line of a finding; 0 where it has no place in a source.</summary>
    public static int LineOf(Result result) => result.Locations is [var location, ..] ? location.PhysicalLocation.Region.StartLine : 0;

    [GeneratedRegex(@"//(?: (?<id>SMTP\d{4}),?)+\s*$")]
    private static partial Regex Mark();
}
