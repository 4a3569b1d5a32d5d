using System.Text.RegularExpressions;
using SmtpAnalyzers.EndToEnd.Harness;
using SmtpAnalyzers.Tests;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>What the pages of the rules call wrong, all in one project: <c>dotnet format</c> makes of it what their diffs show.</summary>
public sealed partial class PageFixTests(PageFixTests.Project project) : IClassFixture<PageFixTests.Project>
{
    private static readonly List<Page> Pages = Page.All.Where(page => page.Path.StartsWith("docs/rules/SMTP", StringComparison.Ordinal))
        .ToList();

    // By snippet: the pages say why.
    private static readonly string[] WithoutFix =
    [
        "SMTP1001.2: SMTP1001", "SMTP1002.1: SMTP2003", "SMTP2005.0: SMTP2005", "SMTP2006.0: SMTP2006", "SMTP2009.0: SMTP2009",
    ];

    [Fact]
    public async Task Format_makes_the_changes_that_the_pages_show()
    {
        project.Configure("");
        project.Set("<Nullable>enable</Nullable><SmtpAnalyzersMode>All</SmtpAnalyzersMode>");
        foreach (var (name, text) in Pages.SelectMany(Wrong))
            project.Write($"{name}.cs", text);
        Assert.Equal(
            Pages.SelectMany(Wrong).SelectMany(wrong => Marks.In(wrong.Text).Select(mark => $"{wrong.Name}: {mark.Id}")).Order(),
                await FindingsAsync());

        foreach (var (name, text) in Pages.SelectMany(Wrong))
            project.Write($"{name}.cs", Marks.Without(text));
        await project.FormatAsync();

        Assert.All(Pages, page =>
        {
            var mended = string.Concat(Wrong(page).Select(wrong => project.Read($"{wrong.Name}.cs")));
            Assert.All(Added(page), line => Assert.Contains(line, mended));
        });
        Assert.Equal(WithoutFix, await FindingsAsync());
    }

    private async Task<IEnumerable<string>> FindingsAsync() =>
        (await project.BuildAsync()).Succeeded().Findings
            .Select(finding => (finding.RuleId, File: finding.Locations[0].PhysicalLocation.ArtifactLocation.Uri.ToString()))
            .Select(finding => $"{Path.GetFileNameWithoutExtension(finding.File)}: {finding.RuleId}")
            .Order();

    // Each in a namespace of its own: the pages use the same names.
    private static IEnumerable<(string Name, string Text)> Wrong(Page page) =>
        page.Snippets.Where(static snippet => snippet.Section == "Wrong").Select((snippet, index) =>
            ($"{Path.GetFileNameWithoutExtension(page.Path)}.{index}",
            Usings().Replace(snippet.Text, $"$0\nnamespace {Path.GetFileNameWithoutExtension(page.Path)}_{index};\n", 1)));

    private static IEnumerable<string> Added(Page page) =>
        page.Blocks.Where(static block => block.Language == "diff").SelectMany(static block => block.Text.Split('\n'))
            .Where(static line => line.StartsWith('+'))
            .Select(static line => line[1..].Trim());

    [GeneratedRegex(@"\A(using [^;(]+;\n)*")]
    private static partial Regex Usings();

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit", "Polly", "SmtpServer");
}
