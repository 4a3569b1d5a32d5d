using System.Text;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Presets;

/// <summary>A value of the property SmtpAnalyzersMode other than Default: what it makes of each rule, as a global config in the package.</summary>
/// <param name="Mode">The value.</param>
/// <param name="Purpose">What it does, in a sentence.</param>
/// <param name="Severity">The severity of a rule in this mode, as configs write it.</param>
internal sealed record Preset(string Mode, string Purpose, Func<DiagnosticDescriptor, string> Severity)
{
    public static readonly IReadOnlyList<Preset> All =
    [
        new("None", "No rule is reported.", static _ => "none"),
        new("Recommended", "Suggestions are reported as warnings, but for those that few can follow.", static rule =>
            rule.IsEnabledByDefault && !rule.CustomTags.Contains(Descriptors.Suggestion) ? "warning" : Own(rule)),
        new("All", "Every rule is reported as a warning.", static _ => "warning"),
    ];

    /// <summary>Where the config lies in the repository.</summary>
    public string Path => $"src/SmtpAnalyzers.Package/config/{Mode.ToLowerInvariant()}.globalconfig";

    /// <summary>The severity that a rule has in mode Default, which has no config.</summary>
    public static string Own(DiagnosticDescriptor rule) => rule switch
    {
        { IsEnabledByDefault: false } => "none",
        { DefaultSeverity: DiagnosticSeverity.Info } => "suggestion",
        _ => rule.DefaultSeverity.ToString().ToLowerInvariant(),
    };

    /// <summary>The config of this mode for <paramref name="rules"/>.</summary>
    public string Text(IEnumerable<DiagnosticDescriptor> rules)
    {
        // The lowest of levels: what a project sets itself wins. A rule that keeps its severity is left out, since to name it would shut out what a
        // project sets for a whole category.
        var text = new StringBuilder()
            .Append($"# SmtpAnalyzersMode {Mode}: {Purpose}\n")
            .Append("# Written from the descriptors of the rules by: dotnet run --project build/Presets\n")
            .Append("is_global = true\nglobal_level = -100\n");
        foreach (var rule in rules.Where(rule => Severity(rule) != Own(rule)).OrderBy(rule => rule.Id, StringComparer.Ordinal))
            text.Append($"\n# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {Severity(rule)}\n");
        return text.ToString();
    }
}
