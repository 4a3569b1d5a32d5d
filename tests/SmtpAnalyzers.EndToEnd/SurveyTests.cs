using Microsoft.CodeAnalysis.Sarif;
using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>build/Survey on a folder without a project: files that declare the same types, as samples do.</summary>
public sealed class SurveyTests(SurveyTests.Runner survey) : IClassFixture<SurveyTests.Runner>
{
    private static readonly string[] Mailers = ["MailKitMailer.cs", "SystemNetMailer.cs"];

    private static readonly IEnumerable<string> Marked =
        Mailers.SelectMany(static file => Marks.In(SourceOf(file)).Select(mark => $"{file} {mark.Line} {mark.Id}")).Order();

    [Fact]
    public async Task Loose_files_give_the_findings_marked_in_them()
    {
        var (output, log) = await survey.RunAsync();

        Assert.Equal(Marked, FindingsOf(log));
        Assert.Matches(@"MailKitMailer\.cs\(\d+,\d+\): warning SMTP1001: 450 \(MailboxBusy\) ", output);
        Assert.Contains($"{Marked.Count()} findings", output);
        Assert.Contains("  SMTP1001    4  Transient reply is handled as a permanent failure", output);
        var rules = log.Runs.Single().Tool.Driver.Rules;
        Assert.Equal(["SMTP1001", "SMTP1002", "SMTP1003"], rules.Select(rule => rule.Id).Order());
        Assert.All(rules, rule => Assert.Equal("https", rule.HelpUri.Scheme));
    }

    [Fact]
    public async Task Shards_together_give_all_findings()
    {
        var (_, first) = await survey.RunAsync("--shard", "1/2");
        var (_, second) = await survey.RunAsync("--shard", "2/2");

        Assert.NotEmpty(FindingsOf(first));
        Assert.NotEmpty(FindingsOf(second));
        Assert.Equal(Marked, FindingsOf(first).Concat(FindingsOf(second)).Order());
    }

    [Theory]
    [InlineData("--shard", "3/2")]
    [InlineData("--shard")]
    [InlineData("--sarfi", "x")]
    public async Task Wrong_arguments_are_told(params string[] arguments)
    {
        var (exitCode, output) = await Dotnet.RunAsync(survey.Folder, [survey.Program, survey.Folder, .. arguments]);
        Assert.Equal(2, exitCode);
        Assert.Contains("--shard N/M", output);
    }

    private static string SourceOf(string file) => File.ReadAllText(Path.Combine(Folders.Sources, file));

    private static IEnumerable<string> FindingsOf(SarifLog log) =>
        log.Runs.Single().Results.Select(result => $"{FileOf(result)} {Marks.LineOf(result)} {result.RuleId}").Order();

    private static string FileOf(Result result)
    {
        var artifact = result.Locations.Single().PhysicalLocation.ArtifactLocation;
        Assert.Equal("SRCROOT", artifact.UriBaseId);
        return artifact.Uri.OriginalString;
    }

    /// <summary>The built program and the folder that it analyzes.</summary>
    public sealed class Runner : IAsyncLifetime
    {
        private readonly string artifacts = Folders.NewTemporary();

        public string Folder { get; } = Folders.NewTemporary();

        public string Program { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            // Its own output folder: a test run must not disturb the tree it was built from.
            var (exitCode, output) = await Dotnet.RunAsync(Folders.Repository, "build", "build/Survey", "--artifacts-path", artifacts);
            Assert.True(exitCode == 0, output);
            Program = Directory.GetFiles(Path.Combine(artifacts, "bin", "Survey"), "SmtpAnalyzers.Survey.dll", SearchOption.AllDirectories)
                .Single();
            foreach (var file in Mailers)
                File.WriteAllText(Path.Combine(Folder, file), SourceOf(file));
        }

        public async Task<(string Output, SarifLog Log)> RunAsync(params string[] options)
        {
            var log = Path.Combine(artifacts, $"{Guid.NewGuid():N}.sarif");
            var (exitCode, output) = await Dotnet.RunAsync(Folder, [Program, Folder, "--sarif", log, .. options]);
            Assert.True(exitCode == 0, output);
            return (output, SarifLog.Load(log));
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(artifacts, recursive: true);
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
