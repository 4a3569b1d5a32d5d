using Microsoft.CodeAnalysis.Sarif;
using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>
/// What docs/configuration.md promises, in real builds: the property SmtpAnalyzersMode, what a project sets beside it, and options.
/// </summary>
public sealed class ConfigurationTests(
    ConfigurationTests.Project project, ConfigurationTests.MultiTargeted several, ConfigurationTests.ThroughLibrary through)
    : IClassFixture<ConfigurationTests.Project>, IClassFixture<ConfigurationTests.MultiTargeted>,
        IClassFixture<ConfigurationTests.ThroughLibrary>
{
    private const string Mailer = "MailKitMailer.cs";

    // Two suggestions, one of which few can follow.
    [Theory]
    [InlineData("", FailureLevel.Note, FailureLevel.Note)]
    [InlineData("recommended", FailureLevel.Warning, FailureLevel.Note)]
    [InlineData("All", FailureLevel.Warning, FailureLevel.Warning)]
    public async Task Modes_decide_about_suggestions(string mode, FailureLevel first, FailureLevel second)
    {
        var source = project.Use("HastyMailer.cs");
        project.Set($"<SmtpAnalyzersMode>{mode}</SmtpAnalyzersMode>");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.Equal([first, second], build.Findings.Select(finding => finding.Level));
        Assert.DoesNotContain("SMTP9001", build.Output);
        if (mode == "All")
            Assert.All(Quoted("Mailer.cs("), line => Assert.Contains(line, build.Output));
    }

    [Fact]
    public async Task WarningsAsErrors_wins()
    {
        project.Use("HastyMailer.cs");
        project.Set("<SmtpAnalyzersMode>Recommended</SmtpAnalyzersMode><WarningsAsErrors>SMTP2002</WarningsAsErrors>");
        Assert.Equal([FailureLevel.Error, FailureLevel.Note],
            (await project.BuildAsync()).Failed().Findings.Select(finding => finding.Level));
    }

    [Fact]
    public async Task None_reports_nothing()
    {
        project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>NONE</SmtpAnalyzersMode>");
        Assert.Empty((await project.BuildAsync("-p:TreatWarningsAsErrors=true")).Succeeded().Findings);
    }

    [Fact]
    public async Task A_mode_that_is_none_is_told()
    {
        var source = project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>Strict</SmtpAnalyzersMode>");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.All(Quoted("SmtpAnalyzers.targets("), line => Assert.Contains(line, build.Output));
    }

    [Fact]
    public async Task Configs_are_not_looked_for_but_the_mode_counts()
    {
        project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode>"
            + "<DiscoverGlobalAnalyzerConfigFiles>false</DiscoverGlobalAnalyzerConfigFiles>");
        Assert.Empty((await project.BuildAsync()).Succeeded().Findings);
    }

    [Fact]
    public async Task Editorconfig_wins() => await AssertWinsOverNone(
        () => project.Configure("[*.cs]\ndotnet_diagnostic.SMTP1002.severity = error"));

    [Fact]
    public async Task Global_config_wins() => await AssertWinsOverNone(
        () => project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.SMTP1002.severity = error"));

    [Fact]
    public async Task Global_config_of_another_name_wins() => await AssertWinsOverNone(() =>
    {
        project.Write("house.config", "is_global = true\ndotnet_diagnostic.SMTP1002.severity = error");
        project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode></PropertyGroup>"
            + "<ItemGroup><GlobalAnalyzerConfigFiles Include=\"house.config\" /></ItemGroup><PropertyGroup>");
    });

    [Fact]
    public async Task Severity_of_a_category_counts_for_rules_that_the_mode_leaves_as_they_are()
    {
        project.Use(Mailer);
        project.Configure("[*.cs]\ndotnet_analyzer_diagnostic.category-SmtpReplyCodes.severity = error");
        project.Set("<SmtpAnalyzersMode>All</SmtpAnalyzersMode>");
        Assert.All((await project.BuildAsync()).Failed().Findings, finding => Assert.Equal(FailureLevel.Error, finding.Level));
    }

    [Fact]
    public async Task NoWarn_wins()
    {
        project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>All</SmtpAnalyzersMode><NoWarn>$(NoWarn);SMTP1001;SMTP1003</NoWarn>");
        var build = (await project.BuildAsync()).Succeeded();
        Assert.Equal(["SMTP1002"], build.Findings.Select(finding => finding.RuleId).Distinct());
    }

    [Fact]
    public async Task Every_target_framework()
    {
        var source = several.Use("CSharp73Mailer.cs");
        Assert.All(await several.BuildEachAsync(), build => build.Succeeded().Reports(source));
        several.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode>");
        Assert.All(await several.BuildEachAsync(), build => Assert.Empty(build.Succeeded().Findings));
    }

    [Fact]
    public async Task Project_that_has_the_package_from_another()
    {
        through.Use(Mailer);
        through.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode>");
        Assert.Empty((await through.BuildAsync()).Succeeded().Findings);
        through.Use("HastyMailer.cs");
        through.Set("<SmtpAnalyzersMode>All</SmtpAnalyzersMode>");
        Assert.Equal([FailureLevel.Warning, FailureLevel.Warning],
            (await through.BuildAsync()).Succeeded().Findings.Select(finding => finding.Level));
    }

    [Fact]
    public async Task Options_of_an_editorconfig_count_and_a_bad_one_is_told_once()
    {
        project.Use(Mailer);
        project.Write("Notes.cs", "static class SmtpNotes { }");
        project.Configure("[*.cs]\nsmtp_analyzers.permanent_codes = 450\nsmtp_analyzers.minimum_retry_delay = 30");
        try
        {
            var build = (await project.BuildAsync()).Succeeded();
            Assert.Contains("CSC : warning SMTP9001: 'smtp_analyzers.minimum_retry_delay = 30' cannot be read", build.Output);
            Assert.Single(build.Findings, finding => finding.RuleId == "SMTP9001");
            Assert.Contains(build.Findings,
                finding => finding.RuleId == "SMTP1002" && finding.Message.Text.Contains("450 is in smtp_analyzers.permanent_codes"));
            Assert.DoesNotContain(build.Findings, finding => finding.Message.Text.Contains("450 (MailboxBusy) is given up"));
        }
        finally
        {
            project.Delete("Notes.cs");
        }
    }

    [Fact]
    public async Task Options_of_a_global_config_count_and_a_bad_one_can_be_silenced_there()
    {
        project.Use(Mailer);
        project.Write(".globalconfig",
            "is_global = true\nsmtp_analyzers.permanent_codes = 450\nsmtp_analyzers.no_such = 1\n"
                + "dotnet_diagnostic.SMTP9001.severity = none");
        try
        {
            var build = (await project.BuildAsync()).Succeeded();
            Assert.DoesNotContain("SMTP9001", build.Output);
            Assert.DoesNotContain(build.Findings, finding => finding.Message.Text.Contains("450 (MailboxBusy) is given up"));
        }
        finally
        {
            project.Delete(".globalconfig");
        }
    }

    /// <summary>The lines of output that the page quotes.</summary>
    private static IReadOnlyCollection<string> Quoted(string start)
    {
        var lines = Tests.Repository.Lines("docs/configuration.md").Where(line => line.StartsWith(start)).ToList();
        Assert.NotEmpty(lines);
        return lines;
    }

    private async Task AssertWinsOverNone(Action set)
    {
        project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode>");
        set();
        try
        {
            var build = (await project.BuildAsync()).Failed();
            Assert.Equal([("SMTP1002", FailureLevel.Error)], build.Findings.Select(finding => (finding.RuleId, finding.Level)));
        }
        finally
        {
            project.Delete(".globalconfig");
        }
    }

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit");

    public sealed class MultiTargeted(PackedPackage package) : UserProject(package, "net10.0;netstandard2.0", "MailKit");

    public sealed class ThroughLibrary(PackedPackage package) : UserProject(package, "net10.0", "MailKit")
    {
        protected override bool IsTransitive => true;
    }
}
