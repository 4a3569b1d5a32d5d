using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Tests.Rules;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// The rows of the rule tests without their compiler and their code fixes: the code that they analyze is analyzed again, and the ids and
/// places of the findings are compared with those of the unchanged analyzers, which are what the marks in the rows say.
/// </summary>
internal static class FindingRows
{
    public static List<Row> OfRuleTests(Action<string> failed)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var test in TestRows.In("Rules"))
        {
            Verifier.MarkupTest.Analyzing = (compilation, options) =>
            {
                // A fix is applied in several ways, which mostly lead to the same code.
                var key = string.Join('\n',
                    [.. compilation.SyntaxTrees.Select(static tree => tree.ToString()),
                        .. compilation.Options.SpecificDiagnosticOptions.Keys]);
                lock (rows)
                    rows.TryAdd(key, Of(test.Name, compilation, options));
            };
            if (!test.Passes())
                failed(test.Name);
        }

        Verifier.MarkupTest.Analyzing = null;
        return [.. rows.Values];
    }

    private static Row Of(string name, Compilation compilation, AnalyzerOptions options)
    {
        var expected = new Lazy<string>(() => Findings(compilation, options));
        return new(name, () => expected.Value == Findings(compilation, options));
    }

    private static string Findings(Compilation compilation, AnalyzerOptions options)
    {
        var set = new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var findings = compilation.WithAnalyzers([new SmtpAnalyzer()], set).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter()
            .GetResult();
        return string.Join('\n', findings
            .Select(static found => string.Create(
                CultureInfo.InvariantCulture, $"{found.Id} {found.Location.SourceTree?.FilePath} {found.Location.SourceSpan}"))
            .Order(StringComparer.Ordinal));
    }
}
