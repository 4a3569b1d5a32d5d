using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// The descriptors of all rules, side by side, a file for each category. Ids, titles and severities are those of AnalyzerReleases.*.md.
/// </summary>
internal static partial class Descriptors
{
    /// <summary>
    /// The tag of a rule that remains a suggestion in mode Recommended: it is right about much code
    /// that has no better way. See <c>build/Presets</c>.
    /// </summary>
    public const string Suggestion = "Suggestion";

    // Viewers of SARIF filter by the tags. The help link is the section of the standard that the rule enforces; the rule's page in
    // docs/rules travels in the package.
    private static DiagnosticDescriptor Rule(
        string id, string title, string category, string messageFormat, string description, string helpLink,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning, bool isEnabledByDefault = true, string[]? customTags = null) =>
        new(id, title, messageFormat, category, severity, isEnabledByDefault, description, helpLink,
            [.. customTags ?? [], "email", "smtp"]);
}
