using Microsoft.CodeAnalysis.Sarif;
using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>The property SmtpAnalyzersMode in real builds, set in a project file, and what a project sets beside it.</summary>
public sealed class ModeTests(ModeTests.Project project, ModeTests.MultiTargeted several) : IClassFixture<ModeTests.Project>, IClassFixture<ModeTests.MultiTargeted>
{
    private const string Mailer = "MailKitMailer.cs";

    [Theory]
    [InlineData("")]
    [InlineData("Default")]
    [InlineData("Recommended")]
    [InlineData("all")]
    public async Task Mode_with_all_warnings(string mode)
    {
        var source = project.Use(Mailer);
        project.Set($"<SmtpAnalyzersMode>{mode}</SmtpAnalyzersMode>");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.DoesNotContain("SMTP9001", build.Output);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task None_reports_nothing(string mode)
    {
        project.Use(Mailer);
        project.Set($"<SmtpAnalyzersMode>{mode}</SmtpAnalyzersMode>");
        Assert.Empty((await project.BuildAsync("-p:TreatWarningsAsErrors=true")).Succeeded().Findings);
    }

    [Fact]
    public async Task A_mode_that_is_none_is_told()
    {
        var source = project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>Strict</SmtpAnalyzersMode>");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.Contains(
            "warning SMTP9001: 'SmtpAnalyzersMode = Strict' cannot be read: expected None, Default, Recommended or All; Default is used", build.Output);
    }

    [Fact]
    public async Task Configs_are_not_looked_for_but_the_mode_counts()
    {
        project.Use(Mailer);
        project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode><DiscoverGlobalAnalyzerConfigFiles>false</DiscoverGlobalAnalyzerConfigFiles>");
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
        project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode></PropertyGroup><ItemGroup><GlobalAnalyzerConfigFiles Include=\"house.config\" /></ItemGroup><PropertyGroup>");
    });

    [Fact]
    public async Task WarningsAsErrors_wins() => await AssertWinsOverNone(
        () => project.Set("<SmtpAnalyzersMode>None</SmtpAnalyzersMode><WarningsAsErrors>SMTP1002</WarningsAsErrors>"));

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
}
