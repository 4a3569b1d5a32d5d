using Microsoft.CodeAnalysis.Sarif;
using SmtpAnalyzers.EndToEnd.Harness;
using SmtpAnalyzers.Tests;
using YamlDotNet.Serialization;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>The pipelines of docs/ci.md are YAML, and their dotnet commands do what the page says.</summary>
public sealed class PipelineTests(PipelineTests.Project project) : IClassFixture<PipelineTests.Project>
{
    private static readonly Page Ci = Page.At("docs/ci.md");

    public static readonly TheoryData<int> Pipelines = new(Ci.Blocks.Where(block => block.Language == "yaml").Select(block => block.Line));

    [Theory, MemberData(nameof(Pipelines))]
    public async Task Commands_run_and_leave_logs_with_the_findings(int line)
    {
        project.Use("MailKitMailer.cs");
        project.Write("Directory.Build.targets", Ci.Blocks.Last(block => block.Language == "xml").Text);
        var logs = Path.Combine(project.Folder, "sarif");

        var commands = Commands(Ci.Blocks.Single(block => block.Line == line).Text).ToList();
        foreach (var command in commands)
        {
            var arguments = command.Replace("$PWD", project.Folder).Replace("$(Build.ArtifactStagingDirectory)", project.Folder)
                .Split(' ').Skip(1).Select(argument => argument.Trim('"')).ToArray();
            var (exitCode, output) = await Dotnet.RunAsync(project.Folder, arguments);
            // The rules that the pipeline makes errors are in the mailer.
            Assert.True(exitCode == (arguments[0] == "build" ? 1 : 0), output);
        }

        Assert.Equal(["dotnet restore", "dotnet build"], commands.Select(command => string.Join(' ', command.Split(' ').Take(2))));
        var results = Directory.GetFiles(logs, "*.sarif").SelectMany(log => SarifLog.Load(log).Runs.Single().Results);
        Assert.Equal(["SMTP1001", "SMTP1002", "SMTP1003"], results.Select(result => result.RuleId).Distinct().Order());
    }

    private static IEnumerable<string> Commands(string yaml) => Scalars(new DeserializerBuilder().Build().Deserialize<object>(yaml))
        .Where(text => text.StartsWith("dotnet ", StringComparison.Ordinal));

    private static IEnumerable<string> Scalars(object? node) => node switch
    {
        string text => [text],
        IDictionary<object, object> map => map.Values.SelectMany(Scalars),
        IEnumerable<object> list => list.SelectMany(Scalars),
        _ => [],
    };

    public sealed class Project(PackedPackage package) : UserProject(package, "net10.0", "MailKit");
}
