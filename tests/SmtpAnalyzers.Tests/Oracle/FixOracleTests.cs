using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.Oracle;

/// <summary>
/// The fixes against the truth: random mailers are mended by Fix All, compiled, and run with every code. No code that a finding named is
/// left where the finding said it must not be, and none that was right is wrong afterwards.
/// </summary>
public sealed class FixOracleTests
{
    private const int Programs = 150, Depth = 1;

    private static readonly string[] OutcomeRules = ["SMTP1001", "SMTP1002", "SMTP1003", "SMTP1004"];

    [Fact]
    public void Every_code_that_was_reported_is_right_after_the_fix() =>
        Exploration.Check(new Generator(Mailers.Shapes).Programs(Depth), Programs,
            static program => Wrong(program) is { } wrong ? Shrunk(program, wrong) : null);

    private static string Shrunk(Piece program, string wrong)
    {
        while (program.Smaller().OrderBy(static smaller => smaller.Size).Select(static smaller => (Program: smaller, Wrong: Wrong(smaller)))
            .FirstOrDefault(smaller => smaller.Wrong is not null && smaller.Program.Size < program.Size) is { Wrong: not null } smaller)
        {
            (program, wrong) = smaller;
        }

        return wrong;
    }

    /// <summary>What is wrong with the program after the fix, or null.</summary>
    private static string? Wrong(Piece program) => Task.Run(() => WrongAsync(program)).GetAwaiter().GetResult();

    private static async Task<string?> WrongAsync(Piece piece)
    {
        var program = FixedProgram.Parse(new Printer().Print(piece), LanguageVersion.CSharp12);
        // A random list may name a code twice, which is an error to the compiler in some places.
        if ((await program.CompilerDiagnosticsAsync()).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;
        var findings = await program.FindingsAsync();
        if (findings.Length == 0)
            return null;
        var mended = await program.FixAllAsync();
        var text = await mended.TextAsync();
        var found = string.Concat(findings.Select(static finding => finding + "\n"));
        if ((await mended.CompilerDiagnosticsAsync())
            .FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            return $"{error}\n{found}{await program.TextAsync()}\n{text}";
        var left = await mended.FindingsAsync();
        var (before, after) = (await program.RunAsync(), await mended.RunAsync());
        var wrong = new StringBuilder();
        if (left.Length > findings.Length)
            wrong.AppendLine($"{findings.Length} findings have become {left.Length}: {string.Join("\n", left)}");
        var stays = left.Select(static finding => FindingProperties.Read(finding.Properties)).OfType<FindingProperties>()
            .Aggregate(ReplyCodeSet.Empty, static (codes, finding) => codes | finding.Codes);
        foreach (var finding in findings.Where(static finding => OutcomeRules.Contains(finding.Id)))
        {
            if (FindingProperties.Read(finding.Properties) is not { } said || !await program.HasFixAsync(finding))
                continue;
            var codes = (said.Codes - stays).Codes.Where(code => after.TryGetValue(code, out var verdict)
                && verdict == said.Outcome.ToString()).ToList();
            if (codes.Count > 0)
                wrong.AppendLine($"{finding.Id}: {said.Outcome} is still what becomes of {ReplyCodeSet.Of([.. codes])}");
        }

        // What was missing from a list is on it.
        foreach (var finding in findings.Where(static finding => finding.Id == "SMTP1006"))
        {
            if (FindingProperties.Read(finding.Properties) is not { } said || !await program.HasFixAsync(finding))
                continue;
            var codes = (said.Codes - stays).Codes.Where(code => after[code] != said.Outcome.ToString()).ToList();
            if (codes.Count > 0)
                wrong.AppendLine($"{finding.Id}: {said.Outcome} is not what becomes of {ReplyCodeSet.Of([.. codes])}");
        }

        var spoilt = before.Keys.Where(code => !IsWrong(code, before[code]) && IsWrong(code, after[code])).ToList();
        if (spoilt.Count > 0)
            wrong.AppendLine($"{ReplyCodeSet.Of([.. spoilt])} were right before");
        var lost = before.Keys.Where(code => IsRight(code, before[code]) && !IsRight(code, after[code])).ToList();
        if (lost.Count > 0)
            wrong.AppendLine($"{ReplyCodeSet.Of([.. lost])} no longer come to where they belong");
        return wrong.Length == 0 ? null : $"{wrong}{found}{await program.TextAsync()}\n{text}";
    }

    // 3yz ends no transaction: what is done then is right or wrong by what was asked.
    private static bool IsWrong(int code, string verdict) =>
        (code / 100, verdict) is (4, "GiveUp" or "Delivered") or (5, "Retry" or "Delivered") or (2, "Retry" or "GiveUp");

    private static bool IsRight(int code, string verdict) => (code / 100, verdict) is (4, "Retry") or (5, "GiveUp") or (2, "Delivered");
}
