using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DiffPlex.Renderer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests;

/// <summary>The snippets of the documentation do what the pages say: compiled against the real libraries, analyzed, mended.</summary>
public sealed partial class PageTests
{
    public static readonly IEnumerable<TheoryDataRow<string, int>> Snippets =
        Page.All.SelectMany(page => page.Snippets.Select(snippet => new TheoryDataRow<string, int>(page.Path, snippet.Line)));

    public static readonly IEnumerable<TheoryDataRow<string, int>> Configurations =
        Page.All.SelectMany(page => page.Configurations.Select(config => new TheoryDataRow<string, int>(page.Path, config.Line)));

    public static readonly TheoryData<string> RulePages =
        new(Page.All.Select(page => page.Path).Where(path => path.StartsWith("docs/rules/SMTP")));

    [Theory, MemberData(nameof(Snippets))]
    public async Task Compiles_without_a_warning_or_a_needless_using(string path, int line) =>
        Assert.Empty(await Parse(SnippetAt(path, line).Text).CompilerDiagnosticsAsync());

    // A line that is to be reported ends in the comment of the id, or of several: // SMTP1001, SMTP1002
    [Theory, MemberData(nameof(Snippets))]
    public async Task Reports_what_is_marked_and_nothing_else(string path, int line)
    {
        var snippet = SnippetAt(path, line);
        var marked =
            from text in snippet.Text.Split('\n').Select((code, index) => (Code: code, Line: line + index))
            from id in Mark().Match(text.Code).Groups["id"].Captures
            select $"{path}({text.Line}): {id}";
        var reported =
            from finding in await Parse(snippet.Text).FindingsAsync()
            select $"{path}({line + finding.Location.GetLineSpan().StartLinePosition.Line}): {finding.Id}";
        Assert.Equal(marked.Order(), reported.Order());
    }

    [Theory, MemberData(nameof(Snippets))]
    public async Task Suppresses_what_would_be_reported(string path, int line)
    {
        var snippet = SnippetAt(path, line);
        var suppressed = await Parse(snippet.Text).FindingsAsync(suppressed: true);
        Assert.Equal(Suppression().Matches(snippet.Text).Select(match => match.Groups["id"].Value),
            suppressed.Select(finding => finding.Id));
    }

    // A line that is to be reported ends in the comment of the id: # SMTP9001
    [Theory, MemberData(nameof(Configurations))]
    public async Task Configuration_is_read_but_for_what_is_marked(string path, int line)
    {
        var config = Page.At(path).Configurations.Single(config => config.Line == line);
        var marked = config.Text.Split('\n').Where(text => text.EndsWith(" # SMTP9001"))
            .Select(text => $"'{text[..^" # SMTP9001".Length]}'");
        var reported = (await FindingsAsync(config)).Select(finding => finding.GetMessage().Split(" cannot be read: ")[0]);
        Assert.Equal(marked.Order(), reported.Order());
    }

    [Theory, MemberData(nameof(RulePages))]
    public async Task Quotes_messages_that_its_snippets_give(string path)
    {
        var page = Page.At(path);
        var findings =
            await Task.WhenAll(page.Snippets.Select(snippet => Parse(snippet.Text).FindingsAsync())
                .Concat(page.Configurations.Select(FindingsAsync)));
        var messages = findings.SelectMany(all => all).Where(finding => path.EndsWith($"/{finding.Id}.md"))
            .Select(finding => finding.GetMessage());
        Assert.NotEmpty(page.Quotations);
        Assert.All(page.Quotations, quotation => Assert.True(
            messages.Contains(quotation),
                $"{path} quotes\n{quotation}\nbut the messages of its snippets are\n{string.Join("\n", messages)}"));
    }

    // Together the diffs of a page hold every line that Fix All changes under "Wrong", and of the others as many as it takes to find the
    // place.
    [Theory, MemberData(nameof(RulePages))]
    public async Task Diffs_show_what_Fix_All_does_to_the_wrong_snippets(string path)
    {
        var page = Page.At(path);
        var wrong = page.Snippets.Where(snippet => snippet.Section == "Wrong").ToList();
        var diffs = await Task.WhenAll(wrong.Select(snippet => FixAllDiffAsync(Mark().Replace(snippet.Text, ""))));
        var done = diffs.SelectMany(lines => lines).ToList();
        var shown = page.Blocks.Where(block => block.Language == "diff").SelectMany(block => block.Text.TrimEnd('\n').Split('\n')).ToList();

        Assert.True(wrong.Count > 0 || page.Configurations.Any(config => config.Section == "Wrong"),
            $"{path} shows nothing under \"Wrong\"");
        Assert.Equal(done.Where(IsChange), shown.Where(IsChange));
        var next = 0;
        Assert.All(shown,
            line => Assert.True((next = done.IndexOf(line, next) + 1) > 0, $"{path}: Fix All gives no such line there\n{line}"));
    }

    // What is found in a file that speaks of SMTP and is right.
    private static Task<ImmutableArray<Diagnostic>> FindingsAsync(Page.Block config) =>
        FixedProgram.ParseFile("static class SmtpNotes { }", LanguageVersion.Latest, config.Text).FindingsAsync();

    private static bool IsChange(string line) => line[0] != ' ';

    private static async Task<IEnumerable<string>> FixAllDiffAsync(string source)
    {
        var mended = await Parse(source).FixAllAsync();
        var diff = UnidiffRenderer.GenerateUnidiff(source, await mended.TextAsync(), ignoreWhitespace: false, contextLines: 1000);
        return diff.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Skip(3);
    }

    private static FixedProgram Parse(string source) => FixedProgram.ParseFile(source, LanguageVersion.Latest);

    private static Page.Block SnippetAt(string path, int line) => Page.At(path).Snippets.Single(snippet => snippet.Line == line);

    [GeneratedRegex(@" // (?<id>SMTP\d{4})(, (?<id>SMTP\d{4}))*$", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"#pragma warning disable (?<id>SMTP\d{4})|SuppressMessage\(""SmtpReplyCodes"", ""(?<id>SMTP\d{4})""")]
    private static partial Regex Suppression();
}
