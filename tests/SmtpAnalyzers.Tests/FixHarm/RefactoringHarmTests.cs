using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>
/// "Handle refused mail by reply class" at every call that is named like a send, in mail code as it is written in many projects: what is
/// offered compiles, no rule reports more, and every token and comment of the file is still there, in its order.
/// </summary>
public sealed partial class RefactoringHarmTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; "
        + "global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;\n";

    private static readonly string[] Folders =
        ["tests/SmtpAnalyzers.Tests/FixHarm/Snippets", "tests/SmtpAnalyzers.Tests/Field/Snippets", "samples/Newsletter"];

    public static readonly TheoryData<string> Files = new(Folders.SelectMany(folder => Repository.Files(folder, "*.cs")));

    [Theory, MemberData(nameof(Files))]
    public async Task Does_no_harm(string path)
    {
        var source = Usings + string.Join("\n", Repository.Lines(path)) + "\n";
        var program = FixedProgram.ParseFile(source, LanguageVersion.Latest);
        // Some need further files.
        var complaints = Ids(await program.CompilerDiagnosticsAsync());
        if ((await program.CompilerDiagnosticsAsync()).Any(one => one.Severity == DiagnosticSeverity.Error))
            return;
        var findings = Ids(await program.FindingsAsync());
        foreach (var caret in Send().Matches(source).Select(match => match.Index))
        {
            if (await program.RefactorAsync(caret) is not { } refactored)
                continue;
            var text = await refactored.TextAsync();
            AssertNoneIsNew(complaints, Ids(await refactored.CompilerDiagnosticsAsync()), text);
            AssertNoneIsNew(findings, Ids(await refactored.FindingsAsync()), text);
            if (!Declaration().IsMatch(source[..caret].Split('\n')[^1]))
                AssertKeepsTokens(source, text);
        }
    }

    private static List<string> Ids(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Info).Select(one => one.Id).ToList();

    private static void AssertNoneIsNew(IEnumerable<string> before, IEnumerable<string> after, string text)
    {
        var left = before.ToList();
        Assert.Empty(after.Where(id => !left.Remove(id)).Select(id => $"{id} is new in\n{text}"));
    }

    // A declaration moves before the try.
    private static void AssertKeepsTokens(string before, string after)
    {
        var tokens = new Queue<string>(TokensOf(after));
        foreach (var token in TokensOf(before))
        {
            while (tokens.TryPeek(out var next) && next != token)
                tokens.Dequeue();
            Assert.True(tokens.TryDequeue(out _), $"{token}\nis lost in\n{after}");
        }
    }

    private static IEnumerable<string> TokensOf(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()
        .SelectMany(token =>
            token.LeadingTrivia.Concat(token.TrailingTrivia).Select(trivia => trivia.ToString().Trim()).Prepend(token.Text))
        .Where(part => part.Length > 0);

    [GeneratedRegex(@"(?<=\.)Send(Mail)?(Async)?\(")]
    private static partial Regex Send();

    [GeneratedRegex(@"^\s*(var|string) \w+ = ")]
    private static partial Regex Declaration();
}
