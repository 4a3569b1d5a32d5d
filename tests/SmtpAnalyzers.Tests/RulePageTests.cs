using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests;

/// <summary>
/// The form that all pages of rules have. The first screen answers whoever follows a warning: what is wrong, what it costs, what to do,
/// and how it looks.
/// </summary>
public sealed partial class RulePageTests
{
    private const int FirstScreen = 40;

    private static readonly string[] Headings =
        ["What it reports", "Why it matters", "Wrong", "Right", "The fix", "When it stays silent", "Suppress or configure"];

    public static readonly TheoryData<string> Paths =
        new(Page.All.Select(page => page.Path).Where(path => path.StartsWith("docs/rules/SMTP")));

    public static readonly TheoryData<string> Pairs =
        new(Page.All.Where(page => page.Pair is not null).Select(page => page.Path));

    [Theory, MemberData(nameof(Paths))]
    public void Has_the_headings_of_all_pages(string path) => Assert.Equal(
        Headings, Repository.Lines(path).Where(line => line.StartsWith("## ")).Select(line => line[3..]));

    [Theory, MemberData(nameof(Paths))]
    public void First_screen_says_what_is_wrong_what_it_costs_and_what_to_do(string path)
    {
        var lines = Repository.Lines(path);
        var pair = Array.FindIndex(lines, line => line.StartsWith("```"));
        var end = Array.IndexOf(lines, "```", pair + 1);
        var paragraphs = string.Join('\n', lines[1..pair]).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(end, 0, FirstScreen);
        Assert.Equal(3, paragraphs.Length);
        Assert.StartsWith("**Do:** ", paragraphs[2].TrimStart('\n'));
        Assert.Contains(lines[pair..end], line => line.Contains("Wrong"));
        Assert.Contains(lines[pair..end], line => line.Contains("Right"));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Shows_how_to_suppress_it(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        var text = string.Join('\n', Repository.Lines(path));
        Assert.Contains($"dotnet_diagnostic.{id}.severity = ", text);
        Assert.True(id == "SMTP9001" || text.Contains($"#pragma warning disable {id}"), $"{path} has no line #pragma warning disable {id}");
    }

    // A marked line ends in the comment of the id.
    [Fact]
    public async Task Readme_quotes_the_message_of_its_pair()
    {
        var readme = Page.At("README.md");
        var findings = await Parse(RightHalf().Split(readme.Pair!.Text)[0]).FindingsAsync();
        Assert.Equal(findings.Select(finding => $"warning {finding.Id}: {finding.GetMessage()}"), readme.Quotations);
    }

    [Theory, MemberData(nameof(Pairs))]
    public async Task Pair_is_reported_where_it_is_wrong_and_not_where_it_is_right(string path)
    {
        var halves = RightHalf().Split(Page.At(path).Pair!.Text);
        Assert.Equal(2, halves.Length);
        Assert.All(halves, half => Assert.InRange(half.Trim().Split('\n').Length, 1, 9));
        foreach (var half in halves)
        {
            var program = Parse(half);
            var errors = (await program.CompilerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.Empty(errors);

            var lines = (await program.TextAsync()).Split('\n');
            var marked = lines.Select((line, number) => (line, number)).Where(line => Mark().IsMatch(line.line))
                .Select(line => $"{line.number} {Mark().Match(line.line).Groups["id"].Value}");
            var reported = (await program.FindingsAsync())
                .Select(finding => $"{finding.Location.GetLineSpan().StartLinePosition.Line} {finding.Id}");
            Assert.Equal(marked, reported);
        }
    }

    private static FixedProgram Parse(string members)
    {
        var source = members.Contains("SaveAsync(") ? ServerVerifier.InStoreClass(members)
            : members.Contains("Task<SmtpResponse>") ? ServerVerifier.InFilter(members)
            : (SystemNetMailName().IsMatch(members) ? Verify.InSystemNetMail(members) : Verify.InMailKit(members))
                + Verify.Mailer.Replace("using System;", "");
        return FixedProgram.ParseFile(source, LanguageVersion.Latest);
    }

    [GeneratedRegex("^(?=// Right)", RegexOptions.Multiline)]
    private static partial Regex RightHalf();

    // A full name stands where the client is the other library's.
    [GeneratedRegex(@"(?<!System\.Net\.Mail\.)\bSmtp(Exception|FailedRecipient)")]
    private static partial Regex SystemNetMailName();

    [GeneratedRegex(@" // (?<id>SMTP\d{4})$")]
    private static partial Regex Mark();
}
