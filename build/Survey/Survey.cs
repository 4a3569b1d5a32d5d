using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Survey;

/// <summary>Analyzes the shard's projects and files one after the other, and prints what is found.</summary>
internal sealed class Survey(SurveyArguments arguments, Progress progress, TextWriter output)
{
    private readonly List<Diagnostic> findings = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        var folder = SourceFolder.At(arguments.Path);
        var texts = new SourceTexts(progress);
        progress.Step($"{folder.Files.Count} C# files, {folder.Projects.Count} projects; looking for those that concern SMTP");

        // The order is that of the paths, so that every machine counts alike.
        var projects = arguments.Shard.Of(folder.Projects.Where(project => folder.FilesOf(project).Any(texts.ConcernsSmtp)).ToList());
        var files = arguments.Shard.Of(folder.Loose.Where(texts.ConcernsSmtp).ToList()).ToHashSet(StringComparer.Ordinal);
        progress.Step($"shard {arguments.Shard}: {projects.Count} projects and {files.Count} loose files to analyze");

        var loose = new LooseCode(folder, texts);
        using var built = arguments.Loose ? null : new BuiltCode(folder);
        for (var i = 0; i < projects.Count; i++)
        {
            progress.Step($"{i + 1}/{projects.Count} {folder.NameOf(projects[i])}");
            await AnalyzeAsync(await UnitAsync(projects[i], built, loose, stopping), folder, stopping);
        }

        foreach (var unit in files.Count > 0 ? loose.OfFiles(folder.Loose, files) : [])
        {
            progress.Step(unit.Name);
            await AnalyzeAsync(unit, folder, stopping);
        }

        PrintCounts();
        if (arguments.Sarif is { } sarif)
            SarifFile.Write(sarif, folder, findings);
        progress.Step("Done");
    }

    private async Task<CodeUnit> UnitAsync(string project, BuiltCode? built, LooseCode loose, CancellationToken stopping)
    {
        if (built is null)
            return loose.OfProject(project);
        var (unit, why) = await built.LoadAsync(project, stopping);
        if (unit is null)
            progress.Step($"read as loose files: {why}");
        return unit ?? loose.OfProject(project);
    }

    private async Task AnalyzeAsync(CodeUnit unit, SourceFolder folder, CancellationToken stopping)
    {
        foreach (var finding in await unit.AnalyzeAsync(progress.Problem, stopping))
        {
            findings.Add(finding);
            var start = finding.Location.GetMappedLineSpan().StartLinePosition;
            var place = finding.Location.IsInSource
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{folder.NameOf(finding.Location.SourceTree!.FilePath)}({start.Line + 1},{start.Character + 1})")
                : unit.Name;
            output.WriteLine($"{place}: {Severity(finding)} {finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private void PrintCounts()
    {
        output.WriteLine($"{findings.Count} findings");
        foreach (var rule in findings.GroupBy(static finding => finding.Descriptor).OrderBy(static rule => rule.Key.Id,
            StringComparer.Ordinal))
            output.WriteLine($"  {rule.Key.Id} {rule.Count(),4}  {rule.Key.Title}");
    }

    private static string Severity(Diagnostic finding) => finding.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };
}
