using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Tests;

/// <summary>A page of the documentation, its quotations and its fenced blocks.</summary>
internal sealed class Page
{
    public static readonly IReadOnlyList<Page> All =
        Repository.Files("docs", "*.md").Append("README.md").Select(path => new Page(path)).ToList();

    private Page(string path)
    {
        var lines = Repository.Lines(path);
        Path = path;
        Blocks = Fenced(lines).ToList();
        Quotations = Regex.Matches(string.Join("\n", lines), @"^> .*(\n> .*)*", RegexOptions.Multiline)
            .Select(quotation => quotation.Value[2..].Replace("\n> ", " "))
            .ToList();
    }

    public string Path { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The snippets that stand alone: all but the pair of a first screen.</summary>
    public IEnumerable<Block> Snippets => Blocks.Where(block => block.Language is "csharp" or "cs" or "c#" && !IsPair(block));

    /// <summary>The wrong and the right code of a first screen: members of a class, not a file.</summary>
    public Block? Pair => Blocks.FirstOrDefault(IsPair);

    /// <summary>What a project may configure: lines of an .editorconfig, or of a global config where they say so.</summary>
    public IEnumerable<Block> Configurations => Blocks.Where(block => block.Language is "editorconfig" or "ini");

    /// <summary>Each in one line, however it is broken on the page.</summary>
    public IReadOnlyList<string> Quotations { get; }

    public static Page At(string path) => All.Single(page => page.Path == path);

    private bool IsPair(Block block) =>
        block is { Language: "csharp", Section: "" }
        && (Path == "README.md" || Path.StartsWith("docs/rules/SMTP", StringComparison.Ordinal));

    private static IEnumerable<Block> Fenced(string[] lines)
    {
        var section = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## "))
                section = lines[i][3..];
            if (!lines[i].StartsWith("```"))
                continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            yield return new Block(lines[i][3..], section, i + 2, string.Join("\n", lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    /// <param name="Line">The line of the page that the text begins at, counted from one.</param>
    public sealed record Block(string Language, string Section, int Line, string Text);
}
