using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Survey;

/// <summary>What is compiled and analyzed at once.</summary>
/// <param name="Name">How it is called in messages.</param>
/// <param name="Compilation">The code.</param>
/// <param name="Options">The settings that apply to it.</param>
/// <param name="Files">The files to report on.</param>
internal sealed record CodeUnit(string Name, Compilation Compilation, AnalyzerOptions Options, IReadOnlySet<string> Files)
{
    /// <summary>The findings in <see cref="Files"/>, by place. An analyzer that throws is told to <paramref name="failed"/>.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Action<string> failed, CancellationToken stopping)
    {
        var options = new CompilationWithAnalyzersOptions(
            Options,
            (exception, _, _) => failed($"the analyzer failed in {Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await Compilation.WithAnalyzers([new SmtpAnalyzer()], options).GetAnalyzerDiagnosticsAsync(stopping);
        return [.. diagnostics
            .Where(finding => finding is { IsSuppressed: false, Severity: > DiagnosticSeverity.Hidden }
                && (!finding.Location.IsInSource || Files.Contains(finding.Location.SourceTree!.FilePath)))
            .OrderBy(static finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Location.SourceSpan.Start)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)];
    }
}
