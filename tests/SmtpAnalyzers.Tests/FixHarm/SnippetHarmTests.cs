namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>Mail code as it is written in many projects: what must hold after the fixes stands in each file.</summary>
public sealed partial class SnippetHarmTests
{
    private const string Folder = "tests/SmtpAnalyzers.Tests/FixHarm/Snippets";

    public static readonly TheoryData<string> Snippets = new(Repository.Files(Folder, "*.cs").Select(Path.GetFileName)!);

    /// <summary>Outcomes in shapes of public code; their marks are those of the field tests.</summary>
    public static readonly TheoryData<string> FieldSnippets =
    [
        "outbox-rows.cs", "outbox-marks.cs", "outbox-records.cs", "outbox-string-status.cs",
        "broker-verdicts.cs", "events-and-callbacks.cs",
        "answers-in-text.cs", "scheduled-again.cs", "returns-true-as-after-sending.cs", "verifiers-by-hand.cs", "errorcode-negated.cs",
        "helper-that-is-a-condition.cs", "plural-given-up-unread.cs", "answer-type-called-done.cs",
    ];

    [Theory, MemberData(nameof(FieldSnippets))]
    public Task Fixes_of_field_code_do_no_harm(string name) => FixRun.AssertHarmlessAsync(Snippet.Read(name, FieldMark().Replace(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/SmtpAnalyzers.Tests/Field/Snippets", name)), "")));

    [System.Text.RegularExpressions.GeneratedRegex(" // finds: .*$", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex FieldMark();

    [Theory, MemberData(nameof(Snippets))]
    public Task Fixes_do_no_harm(string name) =>
        FixRun.AssertHarmlessAsync(Snippet.Read(name, File.ReadAllText(Path.Combine(Repository.Root, Folder, name))));
}
