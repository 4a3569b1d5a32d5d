using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Documentation;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Tests.Rules;
using SmtpServer.Protocol;

namespace SmtpAnalyzers.Tests.Smtp;

/// <summary>docs/reply-codes.md: nothing is missing, and its facts are those of the catalogue, of SmtpServer and of the rules.</summary>
public sealed partial class ReplyCodePageTests
{
    private static readonly string[] Lines = Repository.Lines(ReplyCodePage.Path);

    // What a program may say of a code, in names that the rules understand.
    private static readonly string[] Verdicts = ["IsPermanent", "ShouldRetry", "IsFailed", "IsDelivered"];

    private static readonly string[] AboutOneCode = ["SMTP1001", "SMTP1002", "SMTP1003", "SMTP1004", "SMTP1006"];

    public static readonly TheoryData<int> Codes = new(ReplyCodes.All.Select(reply => reply.Code));

    [Fact]
    public void Facts_are_those_of_the_catalogue()
    {
        var updated = ReplyCodePage.Update(Lines).ToList();
        Assert.All(Lines.Zip(updated), line => Assert.True(
            line.First == line.Second,
                $"The page says\n{line.First}\nbut the catalogue\n{line.Second}\nRun: dotnet run --project build/ReplyCodes"));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Code_has_a_row_and_a_section(int code)
    {
        Assert.Contains(ReplyCodePage.InBrief(ReplyCodes.Find(code)!), Lines);
        var section = Section($"### {code}");
        Assert.Equal(
            ReplyCodePage.Facts.Select(fact => fact.Label).Append("Rules"),
            section.Where(line => line.StartsWith("| ")).Skip(1).Select(line => line.Split('|')[1].Trim()));
        Assert.Contains(section, line => line.Length > 0 && line[0] is not '|' and not '#');
    }

    [Theory]
    [InlineData(221, 450)]
    [InlineData(221, 421)]
    [InlineData(450, 550)]
    [InlineData(451, 554)]
    [InlineData(452, 552)]
    [InlineData(251, 551)]
    [InlineData(454, 535)]
    [InlineData(530, 535)]
    [InlineData(421, 450)]
    public void Pair_stands_side_by_side(int one, int other)
    {
        var section = Section($"### {one} or {other}");
        Assert.Contains($"| | [{one}](#{one}) | [{other}](#{other}) |", section);
        Assert.Contains(section, line => line.StartsWith("**Key difference:** "));
        Assert.All([$"It's **{one}**", $"It's **{other}**"], text => Assert.Contains(text, string.Join(' ', section)));
        Assert.Superset(
            new HashSet<string> { "Class", "Meaning", "What to do", "MailKit", "System.Net.Mail", "Reply to" },
            section.Where(line => line.StartsWith("| ")).Select(line => line.Split('|')[1].Trim()).ToHashSet());
    }

    [Fact]
    public void Codes_outside_the_standards_are_the_rest_of_SmtpServer() => Assert.Equal(
        Enum.GetValues<SmtpReplyCode>().Where(code => ReplyCodes.Find((int)code) is null).Select(code => $"{(int)code} `{code}`"),
        Section("## Codes outside the standards")
            .Select(line => Regex.Match(line, @"^\| (\d{3}) \| (`\w+`) \|"))
            .Where(row => row.Success)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}"));

    // By a program that says each thing of the code, and by a list of codes to retry that has all others of its class.
    [Theory, MemberData(nameof(Codes))]
    public async Task Rules_about_one_code_are_those_that_report_it(int code)
    {
        var verdicts = string.Join('\n',
            Verdicts.Select(name => $"    public static bool {name}(SmtpStatusCode code) => code == (SmtpStatusCode){code};"));
        var others = string.Join(", ", ReplyCodes.All.Select(reply => reply.Code)
            .Where(other => other != code && ReplyCodes.ClassOf(other) == ReplyClass.TransientNegative)
            .Select(other => $"(SmtpStatusCode){other}"));
        var program = FixedProgram.ParseFile(
            $$"""
            using System.Linq;
            using MailKit.Net.Smtp;
            static class Verdicts
            {
            {{verdicts}}
                private static readonly SmtpStatusCode[] RetryCodes = [{{others}}];
                public static bool CanRetry(SmtpStatusCode code) => RetryCodes.Contains(code);
            }
            """,
            LanguageVersion.Latest);
        var reported = (await program.FindingsAsync()).Select(finding => finding.Id).Distinct().Order();
        var listed = Section($"### {code}").Single(line => line.StartsWith("| Rules |"));
        Assert.Equal(reported, Ids().Matches(listed).Select(id => id.Groups[1].Value).Intersect(AboutOneCode).Order());
    }

    private static List<string> Section(string heading)
    {
        var start = Array.IndexOf(Lines, heading);
        Assert.True(start >= 0, $"{ReplyCodePage.Path} lacks the heading {heading}");
        return Lines.Skip(start + 1).TakeWhile(line => !line.StartsWith('#')).ToList();
    }

    [GeneratedRegex(@"\[(SMTP\d{4})\]")]
    private static partial Regex Ids();
}
