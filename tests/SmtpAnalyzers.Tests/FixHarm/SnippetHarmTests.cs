namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Mail code as it is written in many projects: what must hold after the fixes stands in each file.</summary>
public sealed class SnippetHarmTests
{
    private const string Folder = "tests/SmtpAnalyzers.Tests/FixHarm/Snippets";

    public static readonly TheoryData<string> Snippets = new(Repository.Files(Folder, "*.cs").Select(Path.GetFileName)!);

    [Theory, MemberData(nameof(Snippets))]
    public Task Fixes_do_no_harm(string name) =>
        FixRun.AssertHarmlessAsync(Snippet.Read(name, File.ReadAllText(Path.Combine(Repository.Root, Folder, name))));
}
