using Microsoft.CodeAnalysis;
using RoslynProject = Microsoft.CodeAnalysis.Project;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>The light bulb of one finding, and what it costs to open it.</summary>
internal sealed record LightBulb(Diagnostic Finding, int Offered, Cost Cost)
{
    private const int Repetitions = 5;

    public string Name => $"{Finding.Id} {At.Path}:{At.StartLinePosition.Line + 1}";

    private FileLinePositionSpan At => Finding.Location.GetLineSpan();

    /// <summary>The light bulbs of a project's findings, or of <paramref name="atMost"/> of them, from the first to the last.</summary>
    public static async Task<IReadOnlyList<LightBulb>> MeasureAsync(RoslynProject project, int atMost = int.MaxValue)
    {
        var findings = (await Editor.AnalyzeAsync(project)).Where(static finding => Editor.FixesOf(finding.Id).Any()).ToList();
        var bulbs = new List<LightBulb>();
        var count = Math.Min(atMost, findings.Count);
        for (var i = 0; i < count; i++)
            bulbs.Add(await MeasureAsync(project, findings[i * (findings.Count - 1) / Math.Max(1, count - 1)]));
        return bulbs;
    }

    private static async Task<LightBulb> MeasureAsync(RoslynProject project, Diagnostic finding)
    {
        var (offered, costs) = (0, new List<Cost>());
        for (var i = 0; i < Repetitions; i++)
        {
            var document = await Editor.TypeAsync(project.GetDocument(finding.Location.SourceTree) ?? throw Lost(finding));
            var found = await Editor.AnalyzeAsync(document.Project);
            var again = found.FirstOrDefault(other => IsSame(other, finding)) ?? throw Lost(finding);
            costs.Add(await Cost.OfAsync(async () => offered = (await Editor.OpenLightBulbAsync(document, again)).Count));
        }

        return new LightBulb(finding, offered, Cost.Median(costs));
    }

    private static bool IsSame(Diagnostic one, Diagnostic other) =>
        one.Id == other.Id && one.Location.GetLineSpan().Equals(other.Location.GetLineSpan());

    private static InvalidOperationException Lost(Diagnostic finding) => new($"No longer found: {finding}");
}
