using System.Diagnostics;

namespace SmtpAnalyzers.Demo;

/// <summary>Says what is being done, and since when.</summary>
internal sealed class Progress
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public void Step(string what) => Console.WriteLine(FormattableString.Invariant($"[{watch.Elapsed.TotalSeconds,5:0.0} s] {what}"));

    public void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine($"            {line}");
    }
}
