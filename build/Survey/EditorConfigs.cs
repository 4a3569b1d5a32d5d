using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Survey;

/// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files that apply to loose files, as the compiler reads them in a build.</summary>
internal sealed class EditorConfigs : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet configs;

    public EditorConfigs(IEnumerable<string> files)
    {
        var paths = files.SelectMany(static file => Above(Path.GetDirectoryName(file)!)).Distinct(StringComparer.Ordinal);
        configs = AnalyzerConfigSet.Create(paths.Select(static path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToList());
        Severities = new SeverityProvider(configs);
    }

    public SyntaxTreeOptionsProvider Severities { get; }

    public override AnalyzerConfigOptions GlobalOptions => new Options(configs.GlobalConfigOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(configs.GetOptionsForSourcePath(tree.FilePath));

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(configs.GetOptionsForSourcePath(textFile.Path));

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var name in new[] { ".editorconfig", ".globalconfig" })
            {
                if (Path.Combine(above, name) is var path && File.Exists(path))
                    yield return path;
            }
        }
    }

    private sealed class Options(AnalyzerConfigOptionsResult result) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => result.AnalyzerOptions.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            result.AnalyzerOptions.TryGetValue(key, out value);
    }

    private sealed class SeverityProvider(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken,
            out ReportDiagnostic severity) =>
            configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
