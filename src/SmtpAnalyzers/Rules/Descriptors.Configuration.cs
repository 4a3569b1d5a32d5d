using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules;

// SMTP9xxx: what a project has set for these analyzers.
internal static partial class Descriptors
{
    // {0} the key and value, {1} what is expected, {2} what holds instead.
    public static readonly DiagnosticDescriptor UnreadableOption = Rule(
        DiagnosticIds.UnreadableOption,
        "SmtpAnalyzers option cannot be read",
        "Configuration",
        "'{0}' cannot be read: expected {1}; {2}",
        "A key that begins with 'smtp_analyzers.' in .editorconfig or a global config is misspelled, or its value has another form than "
        + "the key asks for. Nothing of the line is applied: the rules go on as if it were not there.",
        "https://learn.microsoft.com/dotnet/fundamentals/code-analysis/configuration-files");
}
