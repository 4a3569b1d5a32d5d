using System.Text.Json;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Survey;

/// <summary>The findings as a SARIF 2.1.0 log. Paths are relative to the analyzed folder, so that logs of several machines fit together.</summary>
internal static class SarifFile
{
    private const string Root = "SRCROOT";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    public static void Write(string path, SourceFolder folder, IReadOnlyList<Diagnostic> findings)
    {
        var log = new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "SmtpAnalyzers", rules = findings.Select(static finding => finding.Descriptor)
                        .Distinct().Select(Rule) } },
                    originalUriBaseIds = new Dictionary<string, object> { [Root] = new { uri = new Uri(folder.Root + "/").AbsoluteUri } },
                    columnKind = "utf16CodeUnits",
                    results = findings.Select(finding => Result(finding, folder)),
                },
            },
        };
        using var stream = File.Create(path);
        JsonSerializer.Serialize(stream, log, Format);
    }

    private static object Rule(DiagnosticDescriptor rule) => new
    {
        id = rule.Id,
        shortDescription = new { text = rule.Title.ToString() },
        fullDescription = new { text = rule.Description.ToString() },
        helpUri = rule.HelpLinkUri,
        defaultConfiguration = new { level = Level(rule.DefaultSeverity) },
    };

    private static object Result(Diagnostic finding, SourceFolder folder) => new
    {
        ruleId = finding.Id,
        level = Level(finding.Severity),
        message = new { text = finding.GetMessage() },
        locations = finding.Location.IsInSource ? new[] { Place(finding.Location, folder) } : [],
        relatedLocations = finding.AdditionalLocations.Where(static location => location.IsInSource)
            .Select(location => Place(location, folder)),
    };

    private static object Place(Location location, SourceFolder folder)
    {
        var span = location.GetMappedLineSpan().Span;
        return new
        {
            physicalLocation = new
            {
                artifactLocation = new { uri = Uri.EscapeDataString(folder.NameOf(location.SourceTree!.FilePath)).Replace("%2F",
                    "/"), uriBaseId = Root },
                region = new
                {
                    startLine = span.Start.Line + 1,
                    startColumn = span.Start.Character + 1,
                    endLine = span.End.Line + 1,
                    endColumn = span.End.Character + 1,
                },
            },
        };
    }

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
