using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>
/// A Blazor project: what the user writes in <c>@code</c> is code like any other, and the compiler sees it in a generated file.
/// </summary>
public sealed class RazorTests(RazorTests.Blazor project) : IClassFixture<RazorTests.Blazor>
{
    private const string Component = "Outbox.razor";

    [Fact]
    public async Task Findings_are_reported_at_the_Razor_file()
    {
        var source = WithComponent("NoMail.cs");
        var build = (await project.BuildAsync()).Succeeded().Reports(source);
        Assert.All(build.Findings, finding =>
            Assert.EndsWith(Component, finding.Locations.Single().PhysicalLocation.ArtifactLocation.Uri.ToString()));
    }

    [Fact]
    public async Task Fixes_leave_the_Razor_file_alone_and_work_in_the_others()
    {
        var source = WithComponent("CSharp73Mailer.cs");
        (await project.BuildAsync()).Succeeded();
        Assert.Contains("is >= 500", await project.FixAsync("SMTP1001", "SMTP1002"));
        Assert.Equal(source, project.Read(Component));
    }

    private string WithComponent(string mailer)
    {
        project.Use(mailer);
        var source = File.ReadAllText(Path.Combine(Folders.Sources, Component)).ReplaceLineEndings();
        project.Write(Component, source);
        return source;
    }

    public sealed class Blazor(PackedPackage package) : UserProject(package, "net10.0", "MailKit")
    {
        protected override string Sdk => "Microsoft.NET.Sdk.Web";
    }
}
