using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Mail code as users write it, with what must hold after its fixes. Lines of markers say so, see <see cref="Read"/>.</summary>
internal sealed partial class Snippet(string name, IReadOnlyList<SourceFile> files)
{
    /// <summary>Calls that hand a message on, whatever their type; every other call with an effect is found by its symbol.</summary>
    private static readonly string[] Senders =
    [
        "Send", "SendAsync", "SendMailAsync", "SendMail", "Enqueue", "EnqueueAsync", "Requeue", "RequeueAsync",
        "Resend", "ResendAsync", "Deliver", "DeliverAsync",
    ];

    public string Name => name;

    public IReadOnlyList<SourceFile> Files => files;

    public bool Nullable { get; init; }

    public bool ImplicitUsings { get; init; } = true;

    public List<string> Finds { get; } = [];

    public List<string> Fixes { get; } = [];

    /// <summary>Projects that share the files: a version of C#, or a symbol.</summary>
    public List<string> Also { get; } = [];

    public List<string> Config { get; } = [];

    public List<Pin> Pins { get; } = [];

    /// <summary>What the text must hold, or must not, after all fixes or after each of them.</summary>
    public List<TextPin> Texts { get; } = [];

    public HashSet<string> Sends { get; } = [.. Senders];

    /// <summary>Calls of these names may go.</summary>
    public HashSet<string> Loses { get; } = [];

    /// <summary>By how many the sends may change; null where by any.</summary>
    public int? SendsAdded { get; private set; } = 0;

    public bool CommentsMayGo { get; private set; }

    public override string ToString() => Name;

    /// <summary>
    /// Reads a snippet with its markers, each in a comment line of its own:
    /// <list type="bullet">
    /// <item><c>finds: SMTP1002, SMTP1001</c> is reported; <c>fixes: SMTP1002</c> has a fix.</item>
    /// <item><c>after: true Type.Method = 400-499, -1, ?552</c>: after all fixes the predicate is true for these codes of -1 and 200-599
    /// and for no others; <c>?</c> leaves a code or a range open, <c>!</c> takes it out, <c>none</c> is the empty set.
    /// <c>after: throws Type.Method = ...</c> and <c>after: returns X Type.Method = ...</c> likewise.</item>
    /// <item><c>after: contains TEXT | OTHER</c>, <c>after: lacks TEXT</c>, and <c>each:</c> for every single fix. White space counts as
    /// one space.</item>
    /// <item><c>also: csharp7.3</c>, <c>also: csharp8</c>, <c>also: define NAME</c>: a second project links the files.</item>
    /// <item><c>file: Name.cs</c>: from here on another file. <c>editorconfig: key = value</c>. <c>nullable: enable</c>.</item>
    /// <item><c>sends: any</c> or <c>sends: +1</c>, <c>calls: Name, -Name</c> (what counts as a send), <c>loses: Name</c>,
    /// <c>comments: any</c>.</item>
    /// </list>
    /// </summary>
    public static Snippet Read(string name, string text)
    {
        var markers = Marker().Matches(text).Select(match => (Key: match.Groups["key"].Value, Value: match.Groups["value"].Value)).ToList();
        var snippet = new Snippet(name, Split(name, text)) { Nullable = markers.Contains(("nullable", "enable")) };
        foreach (var (key, value) in markers)
            snippet.Take(key, value);
        return snippet;
    }

    /// <summary>The text with white space as one space, without the lines of markers.</summary>
    public static string Normal(string text) => Space().Replace(MarkerLine().Replace(text, "").Replace("\\n", " "), " ").Trim();

    private static List<SourceFile> Split(string name, string text)
    {
        var parts = FileMarker().Split(text);
        var files = new List<SourceFile> { new(name, parts[0]) };
        for (var i = 1; i < parts.Length; i += 2)
            files.Add(new(parts[i], parts[i + 1]));
        return files;
    }

    private void Take(string key, string value)
    {
        var list = value.Split(',', StringSplitOptions.TrimEntries);
        switch (key)
        {
            case "finds":
                Finds.AddRange(list);
                break;
            case "fixes":
                Fixes.AddRange(list);
                break;
            case "also":
                Also.Add(value);
                break;
            case "editorconfig":
                Config.Add(value);
                break;
            case "calls":
                Sends.UnionWith(list.Where(called => !called.StartsWith('-')));
                Sends.ExceptWith(list.Where(called => called.StartsWith('-')).Select(called => called[1..]));
                break;
            case "loses":
                Loses.UnionWith(list);
                break;
            case "sends":
                SendsAdded = value == "any" ? null : int.Parse(value);
                break;
            case "comments":
                CommentsMayGo = value == "any";
                break;
            case "after" or "each" when TextPin.Read(key == "each", value) is { } text:
                Texts.Add(text);
                break;
            case "after":
                Pins.Add(Pin.Read(value));
                break;
        }
    }

    [GeneratedRegex(
        @"^[ \t]*//[ \t]*(?<key>finds|fixes|after|each|also|editorconfig|nullable|sends|calls|loses|comments):[ \t]*(?<value>.*?)\s*$",
        RegexOptions.Multiline)]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"^[ \t]*//[ \t]*(finds|fixes|after|each|also|editorconfig|nullable|sends|calls|loses|comments|file):.*$", RegexOptions.Multiline)]
    private static partial Regex MarkerLine();

    [GeneratedRegex(@"^//[ \t]*file:[ \t]*(\S+\.cs)\r?\n", RegexOptions.Multiline)]
    private static partial Regex FileMarker();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

internal sealed record SourceFile(string Name, string Text);
