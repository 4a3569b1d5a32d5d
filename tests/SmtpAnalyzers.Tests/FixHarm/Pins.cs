using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>What a method must answer after the fixes.</summary>
/// <param name="Kind">What is asked: <c>true</c>, <c>throws</c>, <c>returns</c>.</param>
/// <param name="Value">The text of the result, for <c>returns</c>.</param>
/// <param name="Method">Type and method.</param>
/// <param name="Codes">The codes for which it must hold.</param>
/// <param name="Open">The codes for which it may hold.</param>
internal sealed partial record Pin(string Kind, string Value, string Method, ImmutableHashSet<int> Codes, ImmutableHashSet<int> Open)
{
    public static Pin Read(string text)
    {
        var match = Form().Match(text);
        Assert.True(match.Success, $"Not understood: after: {text}");
        var (codes, open) = (ImmutableHashSet.CreateBuilder<int>(), ImmutableHashSet.CreateBuilder<int>());
        foreach (var part in match.Groups["codes"].Value.Split(',', StringSplitOptions.TrimEntries).Where(part => part != "none"))
        {
            var range = Range(part.TrimStart('?', '!', ' '));
            if (part.StartsWith('?'))
                open.UnionWith(range);
            else if (part.StartsWith('!'))
                codes.ExceptWith(range);
            else
                codes.UnionWith(range);
        }

        return new(Group("kind"), Group("value"), Group("method"), codes.ToImmutable(), open.ToImmutable());

        string Group(string name) => match.Groups[name].Value;
    }

    /// <summary>The codes that are answered otherwise than they must be.</summary>
    /// <param name="answers">By code, as <see cref="Answers"/> writes them.</param>
    public IEnumerable<int> Wrong(IReadOnlyDictionary<int, string> answers) =>
        from answer in answers
        where !Open.Contains(answer.Key) && (Holds(answer.Value) != Codes.Contains(answer.Key) || (Kind == "true" && Threw(answer.Value)))
        select answer.Key;

    public override string ToString() => $"{Kind} {Value} {Method}".Replace("  ", " ");

    private bool Holds(string answer) => Kind switch { "throws" => Threw(answer), "true" => answer == "True", _ => answer == Value };

    private static bool Threw(string answer) => answer.StartsWith(Answers.Throws, StringComparison.Ordinal);

    private static IEnumerable<int> Range(string text) => text.LastIndexOf('-') is > 0 and var dash
        ? Enumerable.Range(int.Parse(text[..dash]), int.Parse(text[(dash + 1)..]) - int.Parse(text[..dash]) + 1)
        : [int.Parse(text)];

    [GeneratedRegex(@"^(?:(?<kind>true|throws)|(?<kind>returns)\s+(?<value>\S+))\s+(?<method>[\w.]+)\s*=\s*(?<codes>.+)$")]
    private static partial Regex Form();
}

/// <summary>A text that must be there after the fixes, or must not.</summary>
internal sealed record TextPin(bool OfEach, bool Contains, string Text)
{
    /// <summary>Null where the marker speaks of something else.</summary>
    public static TextPin? Read(bool ofEach, string value) =>
        value.StartsWith("contains ") ? new(ofEach, true, value[9..]) : value.StartsWith("lacks ") ? new(ofEach, false, value[6..]) : null;

    /// <summary>What is wrong with <paramref name="normal"/>, or null.</summary>
    public string? Wrong(string normal) => Contains
        ? Text.Split(" | ").Any(text => normal.Contains(Snippet.Normal(text))) ? null : $"the text lacks {Text}"
        : normal.Contains(Snippet.Normal(Text)) ? $"the text still has {Text}" : null;
}
