using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Tests.Field;

/// <summary>
/// Small files in the shapes of public code, each for one kind of mistake that is written differently there than in a catalogue, or for one
/// that looks wrong and is right. A line that draws findings ends in <c>// finds:</c> and their ids; all rules are on.
/// </summary>
public sealed partial class FieldTests
{
    // A line and a half in a build log, and what an editor's list shows without scrolling.
    private const int LongestMessage = 200;

    internal const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    internal static readonly string Folder = Path.Combine(Repository.Root, "tests", "SmtpAnalyzers.Tests", "Field", "Snippets");

    public static readonly TheoryData<string> Names =
        new(Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order());

    [Theory, MemberData(nameof(Names))]
    public async Task Finds_what_is_marked(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create(
            "Field", [CSharpSyntaxTree.ParseText(GlobalUsings), CSharpSyntaxTree.ParseText(text)], References.OfThisProcess,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var findings = await compilation.WithAnalyzers(Shipped.Analyzers)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Marked(text), findings.Select(Line).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.GetMessage().Length > LongestMessage);
    }

    private static IEnumerable<string> Marked(string text) => text.Split('\n')
        .SelectMany((line, i) => Mark().Match(line).Groups[1].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(id => $"{i + 1:d3} {id}"))
        .Order(StringComparer.Ordinal);

    private static string Line(Diagnostic finding) => $"{finding.Location.GetLineSpan().StartLinePosition.Line + 1:d3} {finding.Id}";

    [GeneratedRegex("// finds: (.*)$")]
    private static partial Regex Mark();
}
