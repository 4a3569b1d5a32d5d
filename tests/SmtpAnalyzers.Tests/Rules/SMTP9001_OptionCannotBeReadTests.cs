using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace SmtpAnalyzers.Tests.Rules;

public sealed class SMTP9001_OptionCannotBeReadTests
{
    private const string Mail = "class SmtpNotes { }";

    private const string Names =
        "words or member names, each with a '-' before it to take it out, separated by '|' or commas; the list stays as it is";

    private const string Codes = "reply codes from 200 to 599, separated by '|' or commas";

    private const string Time = "a time as hh:mm:ss (a bare number would be days); 00:00:10 is used";

    [Theory]
    [InlineData("reply_code_members = Acme.Session.LastReply",
        "documentation ids of properties, fields, methods or types (P:Acme.Session.LastReply), separated by '|'; no member is added")]
    [InlineData("retry_names = Mail.Park", Names)]
    [InlineData("give_up_names = -", Names)]
    [InlineData("delivered_names = 250", Names)]
    [InlineData("failure_names = Oops!", Names)]
    [InlineData("transient_codes = 55x", Codes + "; every code keeps the class of its first digit")]
    [InlineData("permanent_codes = 4500", Codes + ", none of which is in transient_codes; every code keeps the class of its first digit")]
    [InlineData("minimum_retry_delay = 30", Time)]
    [InlineData("retry_name = Park", "a key such as smtp_analyzers.retry_names; the line has no effect")]
    [InlineData("transient = 552", "a key such as smtp_analyzers.transient_codes; the line has no effect")]
    public Task Says_what_was_read_what_is_expected_and_what_holds(string line, string expected) =>
        RunAsync([Mail], $"smtp_analyzers.{line}", $"'smtp_analyzers.{line}' cannot be read: expected {expected}");

    [Theory]
    [InlineData("smtp_analyzers.retry_names = ParkIt, hold back | -throttle")]
    [InlineData("smtp_analyzers.retry_names =")]
    [InlineData("SMTP_Analyzers.Retry_Names = ParkIt")]
    [InlineData("smtp_analyzers.minimum_retry_delay = unset")]
    [InlineData("smtp_analyzers.no_such_key = unset")]
    [InlineData("smtp_analyzers_retry = 30")]
    [InlineData("dotnet_diagnostic.SMTP1001.severity = none")]
    public Task Is_silent_on(string line) => RunAsync([Mail], line);

    [Fact]
    public Task Code_in_both_lists() => RunAsync(
        [Mail],
        "smtp_analyzers.transient_codes = 552\nsmtp_analyzers.permanent_codes = 450, 552",
        $"'smtp_analyzers.permanent_codes = 450, 552' cannot be read: expected {Codes}, none of which is in transient_codes; "
            + "every code keeps the class of its first digit");

    [Fact]
    public Task Once_however_many_files() => RunAsync(
        Enumerable.Range(0, 20).Select(number => $"class SmtpNotes{number} {{ }}"), "smtp_analyzers.minimum_retry_delay = ten",
        $"'smtp_analyzers.minimum_retry_delay = ten' cannot be read: expected {Time}");

    [Fact]
    public Task Nothing_where_no_file_speaks_of_SMTP() => RunAsync(["class Notes { }"], "smtp_analyzers.minimum_retry_delay = ten");

    [Fact]
    public Task File_that_a_named_member_brings_in() => RunAsync(
        ["namespace Acme { class Session { int LastReply => 250; } }"],
        "smtp_analyzers.reply_code_members = P:Acme.Session.LastReply\nsmtp_analyzers.minimum_retry_delay = ten",
        $"'smtp_analyzers.minimum_retry_delay = ten' cannot be read: expected {Time}");

    [Fact]
    public async Task Each_folder_has_its_own_settings()
    {
        var test = Test([Mail], "smtp_analyzers.minimum_retry_delay = 1");
        test.TestState.Sources.Add(("/0/Inner/Notes.cs", "class InnerSmtpNotes { }"));
        test.TestState.AnalyzerConfigFiles.Add(("/0/Inner/.editorconfig", "[*.cs]\nsmtp_analyzers.minimum_retry_delay = 2\n"));
        foreach (var value in new[] { "1", "2" })
        {
            test.ExpectedDiagnostics.Add(Expected(
                $"'smtp_analyzers.minimum_retry_delay = {value}' cannot be read: expected {Time}"));
        }

        await test.RunAsync();
    }

    private static async Task RunAsync(IEnumerable<string> sources, string lines, params string[] messages)
    {
        var test = Test(sources, lines);
        test.ExpectedDiagnostics.AddRange(messages.Select(Expected));
        await test.RunAsync();
    }

    private static Verifier.MarkupTest Test(IEnumerable<string> sources, string lines)
    {
        var test = Verify.Configuration.With(lines).Test(sources.First());
        foreach (var source in sources.Skip(1))
            test.TestState.Sources.Add(source);
        return test;
    }

    private static DiagnosticResult Expected(string message) =>
        new DiagnosticResult("SMTP9001", DiagnosticSeverity.Warning).WithMessage(message);
}
