using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.CodeFixes.Refactorings;

/// <summary>Runs "Handle refused mail by reply class" at the caret, <c>$$</c>, of a source.</summary>
internal static class RefactoringCases
{
    public const string MailKitUsings =
        "using System;\nusing System.IO;\nusing System.Threading.Tasks;\nusing MailKit.Net.Smtp;\nusing MailKit.Security;\n"
        + "using MimeKit;\n";

    public const string SystemNetMailUsings = "using System;\nusing System.Net.Mail;\nusing System.Threading.Tasks;\n";

    /// <summary>
    /// Whether the result is <paramref name="after"/>, compiles, and no rule reports more than before. A line that ends with a backslash
    /// goes on in the next.
    /// </summary>
    public static async Task Gives(string before, string after, LanguageVersion version = LanguageVersion.Latest, string config = "") =>
        Assert.Equal(Regex.Replace(after, @" \\\n\s*", " "), await ResultAsync(before, version, config));

    /// <summary>Whether the handlers of the result are <paramref name="handlers"/>, each on one line, and it holds likewise.</summary>
    public static async Task Writes(string before, params string[] handlers)
    {
        var root = await CSharpSyntaxTree.ParseText(await ResultAsync(before, LanguageVersion.Latest, "")).GetRootAsync();
        var written = root.DescendantNodes().OfType<CatchClauseSyntax>()
            .Select(handler => string.Join(" ", handler.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(handlers, written);
    }

    private static async Task<string> ResultAsync(string before, LanguageVersion version, string config)
    {
        var program = Parse(before, version, config);
        var findings = (await program.FindingsAsync()).Select(finding => finding.Id).ToList();
        var refactored = await program.RefactorAsync(Caret(before));
        Assert.True(refactored is not null, "Not offered.");
        var text = await refactored.TextAsync();
        Assert.Equal(
            (await program.CompilerDiagnosticsAsync()).Select(one => one.Id).Where(IsOfCode).Order(),
            (await refactored.CompilerDiagnosticsAsync()).Select(one => one.Id).Where(IsOfCode).Order());
        Assert.All(await refactored.FindingsAsync(), finding => Assert.True(findings.Remove(finding.Id), finding.ToString()));
        // What is handled by class once is not offered again.
        Assert.Null(await refactored.RefactorAsync(text.IndexOf(".Send", StringComparison.Ordinal) + 1));
        return text;
    }

    public static async Task GivesNothing(string source, LanguageVersion version = LanguageVersion.Latest)
    {
        var program = Parse(source, version, "");
        Assert.DoesNotContain(await program.CompilerDiagnosticsAsync(),
            one => one.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var refactored = await program.RefactorAsync(Caret(source));
        Assert.True(refactored is null, refactored is null ? "" : await refactored.TextAsync());
    }

    // Usings that only the handlers need.
    private static bool IsOfCode(string id) => id is not "CS8019";

    private static int Caret(string source) => source.IndexOf("$$", StringComparison.Ordinal);

    private static FixedProgram Parse(string source, LanguageVersion version, string config)
    {
        Assert.Contains("$$", source);
        return FixedProgram.ParseFile(source.Replace("$$", ""), version, config);
    }
}
