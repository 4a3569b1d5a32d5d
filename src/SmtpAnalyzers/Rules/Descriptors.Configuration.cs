using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP9xxx: what a project has set for these analyzers.
internal static partial class Descriptors
{
    // {0} the key and value, {1} what is expected, {2} what holds instead.
    public static readonly DiagnosticDescriptor UnreadableOption = Rule(
        DiagnosticIds.UnreadableOption,
        "SmtpAnalyzers option cannot be read",
        "SmtpConfiguration",
        "'{0}' cannot be read: expected {1}; {2}",
        "A key that begins with 'smtp_analyzers.' in .editorconfig or a global config is misspelled, or its value does "
        + "not have the form that the key needs. The line has no effect. Do: correct it.",
        "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/configuration-files");
}
