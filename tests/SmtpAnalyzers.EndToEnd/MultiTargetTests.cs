using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>One file that three target frameworks compile, each in its own C#: a fix is written for the oldest and for all.</summary>
public sealed class MultiTargetTests(MultiTargetTests.Project project) : IClassFixture<MultiTargetTests.Project>
{
    [Fact]
    public async Task Fixes_compile_in_every_framework()
    {
        project.Use("MultiTargetMailer.cs");
        project.Set("<LangVersion Condition=\"'$(TargetFramework)' == 'net10.0'\">latest</LangVersion>");
        var before = await project.BuildEachAsync();
        Assert.All(before, build => Assert.Contains("SMTP1001", build.Succeeded().Findings.Select(finding => finding.RuleId)));

        await project.FormatAsync();

        var text = project.Read("Mailer.cs");
        // dotnet format writes such comments where the frameworks' texts differ.
        Assert.DoesNotContain("Unmerged", text);
        Assert.Contains("return (int)code / 100 == 5;", text);
        Assert.Contains("catch (SmtpCommandException ex) when (attempt < 4 && (int)ex.StatusCode / 100 == 4)", text);
        Assert.All(await project.BuildEachAsync(), build => Assert.Empty(build.Succeeded().Findings));
    }

    public sealed class Project(PackedPackage package)
        : UserProject(package, "net48;netstandard2.0;net10.0", "MailKit", "Microsoft.NETFramework.ReferenceAssemblies");
}
