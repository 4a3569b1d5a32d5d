using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>An editor shows what the build shows, where its language server runs analyzers: docs/editors.md.</summary>
public sealed class LanguageServerTests(LanguageServerTests.Project project) : IClassFixture<LanguageServerTests.Project>
{
    [Fact]
    public async Task Shows_the_warnings_of_the_build_at_the_same_lines()
    {
        var stopping = TestContext.Current.CancellationToken;
        var source = project.Use("MailKitMailer.cs");
        var build = (await project.BuildAsync()).Succeeded();

        await using var server = await LanguageServer.StartAsync(project.Folder, stopping);
        var shown = (await server.DiagnosticsAsync("Mailer.cs", stopping)).Where(finding => finding.Id.StartsWith("SMTP")).ToList();

        Assert.Equal(build.Findings.Select(finding => (finding.RuleId, Marks.LineOf(finding))), shown.OrderBy(finding => finding.Line));
        Assert.Equal(Marks.In(source), shown.OrderBy(finding => finding.Line));
    }

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit");
}
