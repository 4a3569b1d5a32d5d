using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Tests;

/// <summary>What belongs to every rule, and that nothing speaks of a rule that there is not.</summary>
public sealed class InvariantTests
{
    private const string Index = "docs/rules/README.md";

    private static readonly string[] Ids = Shipped.Descriptors.Select(rule => rule.Id).ToArray();

    public static readonly TheoryData<string> Rules = new(Ids);

    public static readonly TheoryData<string> Documents = new(Repository.Files("docs", "*.md").Append("README.md"));

    [Fact]
    public void Every_rule_has_one_descriptor_and_a_constant() =>
        Assert.Equal(typeof(DiagnosticIds).GetFields().Select(constant => (string)constant.GetRawConstantValue()!).Distinct().Order(), Ids);

    [Theory, MemberData(nameof(Rules))]
    public void Id_is_SMTP_and_four_digits(string id) => Assert.Matches(@"^SMTP\d{4}$", id);

    [Theory, MemberData(nameof(Rules))]
    public void Help_link_is_https(string id) => Assert.StartsWith("https://", Rule(id).HelpLinkUri);

    [Theory, MemberData(nameof(Rules))]
    public void Page_begins_with_id_and_title_and_says_what_the_descriptor_says(string id)
    {
        var page = Repository.Lines($"docs/rules/{id}.md");
        var heading = $"# {id}: {Rule(id).Title}";
        Assert.True(page.FirstOrDefault(line => line.StartsWith('#')) == heading,
            $"The first heading of docs/rules/{id}.md is not\n{heading}");
        AssertSays(page, $"| Id | {id} |", $"docs/rules/{id}.md");
        AssertSays(page, $"| Category | {Rule(id).Category} |", $"docs/rules/{id}.md");
        AssertSays(page, $"| Severity | {Severity(id)} |", $"docs/rules/{id}.md");
        AssertSays(page, $"| Fix | {HasFix(id)} |", $"docs/rules/{id}.md");
    }

    [Theory, MemberData(nameof(Rules))]
    public void Row_in_the_table_of_the_readme(string id) => AssertSays(
        Repository.Lines("README.md"),
        $"| [{id}](docs/rules/{id}.md) | {Rule(id).Title} | {Severity(id)} | {HasFix(id)} |",
        "The table of rules in README.md");

    [Theory, MemberData(nameof(Rules))]
    public void Row_in_the_list_of_releases(string id)
    {
        string[] releases = [.. Repository.Lines("AnalyzerReleases.Shipped.md"), .. Repository.Lines("AnalyzerReleases.Unshipped.md")];
        // The last one counts: a later release may have changed the category.
        var row = releases.Last(line => line.StartsWith($"{id} | ")).Split(" | ");
        Assert.Equal($"{id} | {Rule(id).Category} | {Severity(id)} | {Rule(id).Title}", string.Join(" | ", row[..3].Append(row[^1])));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Tests_in_a_class_that_begins_with_the_id(string id) => Assert.True(
        TestClasses().Any(type => type.Name.StartsWith($"{id}_")), $"No class {id}_..Tests with tests in tests/SmtpAnalyzers.Tests/Rules");

    // The index and the page begin with the same sentence, under the heading of the category.
    [Theory, MemberData(nameof(Rules))]
    public void Row_in_the_index_of_the_pages(string id)
    {
        var sentence = string.Join(' ', Repository.Lines($"docs/rules/{id}.md").Skip(2).TakeWhile(line => line != ""));
        var index = Repository.Lines(Index);
        AssertSays(index, $"| [{id}]({id}.md) | {sentence} | {Severity(id)} | {HasFix(id)} |", Index);
        var row = Array.FindIndex(index, line => line.StartsWith($"| [{id}]"));
        Assert.Contains($"`{Rule(id).Category}`", index[..row].Last(line => line.StartsWith("## ")));
    }

    [Fact]
    public void Every_page_of_a_rule_has_its_rule() =>
        Assert.Equal([Index, .. Ids.Select(id => $"docs/rules/{id}.md")], Repository.Files("docs/rules", "*.md"));

    [Theory, MemberData(nameof(Rules))]
    public void Entry_in_the_contents_of_the_site(string id) => Assert.Contains(
        $"- name: \"{id}: {Rule(id).Title}\"\n  href: {id}.md", string.Join('\n', Repository.Lines("docs/rules/toc.yml")));

    [Theory, MemberData(nameof(Documents))]
    public void Speaks_of_no_rule_that_there_is_not(string document) => Assert.Empty(
        Repository.Lines(document).SelectMany(line => Regex.Matches(line, @"SMTP\d+")).Select(id => id.Value).Except(Ids));

    [Fact]
    public void Every_test_class_that_begins_with_an_id_has_its_rule() => Assert.Empty(
        TestClasses().Select(type => Regex.Match(type.Name, @"^SMTP\d+").Value).Except([.. Ids, ""]));

    private static DiagnosticDescriptor Rule(string id) => Shipped.Descriptors.First(rule => rule.Id == id);

    private static string Severity(string id) =>
        Rule(id) is { IsEnabledByDefault: true } rule ? rule.DefaultSeverity.ToString() : "Disabled";

    private static string HasFix(string id) => Shipped.CodeFixes.Any(fix => fix.FixableDiagnosticIds.Contains(id)) ? "yes" : "no";

    private static IEnumerable<Type> TestClasses() => typeof(InvariantTests).Assembly.GetTypes()
        .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute))));

    private static void AssertSays(string[] lines, string line, string where) =>
        Assert.True(lines.Contains(line), $"{where} lacks the line\n{line}");
}
