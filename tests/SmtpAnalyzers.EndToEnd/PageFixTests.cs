using System.Text.RegularExpressions;
using SmtpAnalyzers.EndToEnd.Harness;
using SmtpAnalyzers.Tests;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>What the pages of the rules call wrong, all in one project: <c>dotnet format</c> makes of it what their diffs show.</summary>
public sealed partial class PageFixTests(PageFixTests.Project project) : IClassFixture<PageFixTests.Project>
{
    [Fact]
    public async Task Format_makes_the_changes_that_the_pages_show()
    {
        var pages = Page.All.Where(page => page.Path.StartsWith("docs/rules/", StringComparison.Ordinal)).ToList();
        project.Configure("");
        project.Set("<SmtpAnalyzersMode>All</SmtpAnalyzersMode>");
        foreach (var (name, text) in pages.SelectMany(Wrong))
            project.Write(name, text);
        Assert.Equal(pages.SelectMany(Wrong).SelectMany(static wrong => Marks.In(wrong.Text)).Select(static mark => mark.Id).Order(), await RemainingAsync());

        // A fix of one rule can make way for that of another.
        await project.FormatAsync();
        await project.FormatAsync();

        Assert.All(pages, page =>
        {
            var mended = string.Concat(Wrong(page).Select(wrong => project.Read(wrong.Name)));
            Assert.All(Added(page), line => Assert.Contains(line, mended));
        });
        Assert.Equal(["SMTP2002", "SMTP2005", "SMTP2006", "SMTP2007"], (await RemainingAsync()).Distinct());
    }

    private async Task<IEnumerable<string>> RemainingAsync() => (await project.BuildAsync()).Succeeded().Findings.Select(static finding => finding.RuleId).Order();

    // Each in a namespace of its own: the pages use the same names.
    private static IEnumerable<(string Name, string Text)> Wrong(Page page) =>
        page.Snippets.Where(static snippet => snippet.Section == "Wrong").Select((snippet, index) =>
            ($"{Path.GetFileNameWithoutExtension(page.Path)}.{index}.cs",
            LastUsing().Replace(snippet.Text, $"$0\nnamespace {Path.GetFileNameWithoutExtension(page.Path)}_{index};\n", 1)));

    private static IEnumerable<string> Added(Page page) =>
        page.Blocks.Where(static block => block.Language == "diff").SelectMany(static block => block.Text.Split('\n'))
            .Where(static line => line.StartsWith('+'))
            .Select(static line => line[1..].Trim());

    [GeneratedRegex(@"\A(using [^;(]+;\n)*")]
    private static partial Regex LastUsing();

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit", "Polly");
}
