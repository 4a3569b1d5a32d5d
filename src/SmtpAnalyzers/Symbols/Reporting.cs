using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Symbols;

/// <summary>Calls that tell people or dashboards what happened. Nothing happens to the mail in them.</summary>
internal static class Reporting
{
    private static readonly string[] Types = ["Log", "Console", "Debug", "Trace", "Metric", "Telemetry", "Counter", "Meter", "Activity", "Diagnostic"];

    private static readonly string[] Methods = ["Log", "Write", "Print", "Trace", "Debug", "Format", "Describe", "ToString", "Append", "Display", "Report"];

    /// <summary>Whether the call writes to a log, where whole phrases say what the program is about to do; anything else is display.</summary>
    public static bool IsLog(IInvocationOperation call) =>
        TypeOf(call).IndexOf("Log", StringComparison.Ordinal) >= 0 || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal);

    public static bool IsReport(IInvocationOperation call)
    {
        var type = TypeOf(call);
        return Types.Any(word => type.IndexOf(word, StringComparison.Ordinal) >= 0)
            || Methods.Any(word => call.TargetMethod.Name.StartsWith(word, StringComparison.Ordinal));
    }

    private static string TypeOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name ?? "";
}
