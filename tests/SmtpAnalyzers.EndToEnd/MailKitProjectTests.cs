using Microsoft.CodeAnalysis.Sarif;
using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>One project with MailKit, restored once, under everything a user can set.</summary>
public sealed class MailKitProjectTests(MailKitProjectTests.Project project) : IClassFixture<MailKitProjectTests.Project>
{
    private const string Mailer = "MailKitMailer.cs";

    [Fact]
    public async Task Findings_are_reported_with_words_help_and_description()
    {
        var source = project.Use(Mailer);

        var build = (await project.BuildAsync()).Succeeded().Reports(source);

        Assert.Contains("450 (MailboxBusy)", MessageOf("SMTP1001"));
        Assert.Contains("the message is lost", MessageOf("SMTP1001"));
        Assert.Contains("550 (MailboxUnavailable)", MessageOf("SMTP1002"));
        Assert.Contains("221 (ServiceClosingTransmissionChannel)", MessageOf("SMTP1003"));
        Assert.Contains("421", MessageOf("SMTP1003"));
        Assert.All(build.Findings, finding => Assert.Equal(FailureLevel.Warning, finding.Level));
        // Every rule has a page.
        Assert.Equal(Directory.GetFiles(Path.Combine(Folders.Repository, "docs", "rules"), "SMTP*.md")
            .Select(Path.GetFileNameWithoutExtension).Order(), build.Rules.Select(rule => rule.Id).Order());
        Assert.All(build.Rules, rule =>
        {
            Assert.Equal("https", rule.HelpUri.Scheme);
            Assert.NotEmpty(rule.FullDescription.Text);
        });
        Assert.DoesNotContain("SmtpAnalyzers", project.ReadOutput("Mailer.deps.json"));

        string MessageOf(string id) => build.Findings.First(finding => finding.RuleId == id).Message.Text;
    }

    [Fact]
    public async Task Findings_stay_the_same_beside_all_rules_of_the_SDK()
    {
        var source = project.Use(Mailer);
        (await project.BuildAsync("-p:AnalysisLevel=latest-all")).Succeeded().Reports(source);
    }

    [Fact]
    public async Task Warnings_as_errors_fail_the_build()
    {
        project.Use(Mailer);
        var build = (await project.BuildAsync("-p:TreatWarningsAsErrors=true")).Failed();
        Assert.Contains("error SMTP1001", build.Output);
    }

    [Fact]
    public async Task Severities_can_be_set()
    {
        project.Use(Mailer);
        project.Configure("""
            [*.cs]
            dotnet_diagnostic.SMTP1001.severity = none
            dotnet_diagnostic.SMTP1002.severity = error
            dotnet_diagnostic.SMTP1003.severity = suggestion
            """);

        var build = (await project.BuildAsync()).Failed();

        Assert.Equal(
            [("SMTP1002", FailureLevel.Error), ("SMTP1003", FailureLevel.Note)],
            build.Findings.Select(finding => (finding.RuleId, finding.Level)));
    }

    [Fact]
    public async Task Single_findings_can_be_suppressed()
    {
        var source = project.Use("Suppressed.cs");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.Equal(["SMTP1001", "SMTP1002"], build.Results.Except(build.Findings).Select(result => result.RuleId).Order());
    }

    [Fact]
    public async Task Fixes_leave_nothing_to_report()
    {
        project.Use(Mailer);
        (await project.BuildAsync()).Succeeded();

        var transient = await project.FixAsync("SMTP1001");
        Assert.Contains("(int)ex.StatusCode is >= 500 and < 600;", transient);
        Assert.Matches(@"case SmtpStatusCode.MailboxUnavailable:\s+return Verdict.Permanent;", transient);
        Assert.Matches(@"case SmtpStatusCode.MailboxBusy:[^:]*case SmtpStatusCode.ServiceNotAvailable:\s+return Verdict.Retry;"
            + @"|case SmtpStatusCode.ServiceNotAvailable:[^:]*case SmtpStatusCode.MailboxBusy:[^:]*return Verdict.Retry;", transient);

        var all = await project.FixAsync("SMTP1002", "SMTP1003");
        Assert.NotEqual(transient, all);
        Assert.Empty((await project.BuildAsync("-p:TreatWarningsAsErrors=true")).Succeeded().Findings);
    }

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit");
}
