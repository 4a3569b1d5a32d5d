using System.Diagnostics;

namespace SmtpAnalyzers.Survey;

/// <summary>Says on the standard error what is being done, and since when.</summary>
internal sealed class Progress
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>How much could not be analyzed.</summary>
    public int Problems { get; private set; }

    public void Step(string what) => Console.Error.WriteLine(FormattableString.Invariant($"[{watch.Elapsed.TotalSeconds,6:0.0} s] {what}"));

    public void Problem(string what)
    {
        Problems++;
        Step($"problem: {what}");
    }
}
