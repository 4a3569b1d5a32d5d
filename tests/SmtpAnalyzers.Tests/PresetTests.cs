using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Presets;

namespace SmtpAnalyzers.Tests;

/// <summary>The configs of SmtpAnalyzersMode, as they lie in the package, against the descriptors.</summary>
public sealed class PresetTests
{
    private static readonly string[] Severities = ["none", "suggestion", "warning", "error"];

    public static readonly TheoryData<string> Modes = new(Preset.All.Select(preset => preset.Mode));

    public static readonly TheoryData<string> Rules = new(Shipped.Descriptors.Select(rule => rule.Id));

    [Theory, MemberData(nameof(Modes))]
    public void Config_is_what_the_descriptors_give(string mode)
    {
        var preset = Preset.All.Single(preset => preset.Mode == mode);
        Assert.True(
            string.Join('\n', Repository.Lines(preset.Path)) + "\n" == preset.Text(Shipped.Descriptors),
            $"{preset.Path} is out of date; run: dotnet run --project build/Presets");
    }

    [Theory, MemberData(nameof(Modes))]
    public void Config_is_read_without_complaint_and_gives_way_to_every_other(string mode)
    {
        var config = Read(mode);
        Assert.Empty(AnalyzerConfigSet.Create(new[] { config }, out var complaints).GlobalConfigOptions.Diagnostics.AddRange(complaints));
        var house = AnalyzerConfig.Parse("is_global = true\ndotnet_diagnostic.SMTP1001.severity = error", "/house.config");
        var together = AnalyzerConfigSet.Create(new[] { config, house }, out complaints).GlobalConfigOptions;
        Assert.Empty(complaints);
        Assert.Equal(ReportDiagnostic.Error, together.TreeOptions["SMTP1001"]);
    }

    [Theory, MemberData(nameof(Rules))]
    public void No_mode_reports_less_than_the_one_before(string id)
    {
        var modes = new[] { SeverityIn("None", id), Preset.Own(Rule(id)), SeverityIn("Recommended", id), SeverityIn("All", id) };
        Assert.Equal("none", modes[0]);
        Assert.Equal("warning", modes[3]);
        Assert.Equal(modes.OrderBy(severity => Array.IndexOf(Severities, severity)), modes);
    }

    private static string SeverityIn(string mode, string id) =>
        AnalyzerConfigSet.Create(new[] { Read(mode) }).GlobalConfigOptions.TreeOptions.TryGetValue(id, out var severity)
            ? severity switch
            {
                ReportDiagnostic.Suppress => "none",
                ReportDiagnostic.Info => "suggestion",
                ReportDiagnostic.Warn => "warning",
                _ => "error",
            }
            : Preset.Own(Rule(id));

    private static AnalyzerConfig Read(string mode)
    {
        var path = Preset.All.Single(preset => preset.Mode == mode).Path;
        return AnalyzerConfig.Parse(string.Join('\n', Repository.Lines(path)), $"/{path}");
    }

    private static DiagnosticDescriptor Rule(string id) => Shipped.Descriptors.Single(rule => rule.Id == id);
}
