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

    /// <summary>Whether the call writes to a log or shows something.</summary>
    // Every call of a body is asked, once for each reply code: without a closure.
    public static bool IsReport(IInvocationOperation call)
    {
        var type = TypeOf(call);
        foreach (var word in Types)
        {
            if (type.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        foreach (var word in Methods)
        {
            if (call.TargetMethod.Name.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string TypeOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name ?? "";
}
