namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>The sample, and what the delivery tests call wrong.</summary>
public sealed class ProjectHarmTests
{
    public static readonly TheoryData<string> Wrong =
        new(Repository.Files("tests/SmtpAnalyzers.EndToEnd", "*.cs").Where(path => path.Contains("/Wrong/") && !path.Contains("/obj/")));

    [Theory, MemberData(nameof(Wrong))]
    public Task Fixes_do_no_harm_to_a_wrong_mailer(string path) => AssertHarmlessAsync(path, [path]);

    [Theory, InlineData("Newsletter"), InlineData("Inbox")]
    public Task Fixes_do_no_harm_to_a_sample(string sample) =>
        AssertHarmlessAsync(sample, Repository.Files($"samples/{sample}", "*.cs").Where(path => !path.Contains("/obj/")));

    private static Task AssertHarmlessAsync(string name, IEnumerable<string> paths) =>
        FixRun.AssertHarmlessAsync(new(name, [.. paths.Select(Read)]) { Nullable = true });

    private static SourceFile Read(string path) => new(Path.GetFileName(path), File.ReadAllText(Path.Combine(Repository.Root, path)));
}
