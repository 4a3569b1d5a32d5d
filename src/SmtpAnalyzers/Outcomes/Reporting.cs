using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Outcomes;

/// <summary>Calls that tell people or dashboards what happened. Nothing happens to the mail in them.</summary>
internal static class Reporting
{
    private static readonly string[] Types = ["Log", "Console", "Debug", "Trace", "Metric", "Telemetry", "Counter", "Meter", "Activity", "Diagnostic"];

    private static readonly string[] Methods = ["Log", "Write", "Print", "Trace", "Debug", "Format", "Describe", "ToString", "Append", "Display", "Report"];

    public static bool IsReport(IInvocationOperation call)
    {
        var type = (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name ?? "";
        return Types.Any(word => type.IndexOf(word, StringComparison.Ordinal) >= 0)
            || Methods.Any(word => call.TargetMethod.Name.StartsWith(word, StringComparison.Ordinal));
    }
}
