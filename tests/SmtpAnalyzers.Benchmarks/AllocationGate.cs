using System.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>
/// What our analyzers add to the allocations of a compilation. Each pair of runs, with and without, gives one difference and the order
/// turns from pair to pair, so that a drift of the process falls out; the median of the differences is compared, and their quartiles say
/// how far to trust it.
/// </summary>
internal static class AllocationGate
{
    private const int WarmUps = 1, RoughPairs = 4, FinePairs = 15;

    private const long Budget = 2L << 30;

    /// <summary>
    /// Prints the table, of the scenarios whose name has <paramref name="part"/> in it, and answers whether every limit was kept.
    /// </summary>
    public static bool Run(string part)
    {
        Console.WriteLine($"{"",-32}{"allocated",12}{"added",12}{"added",10}{"quartiles",22}{"limit",9}");
        var kept = true;
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Name.Contains(part, StringComparison.Ordinal)))
            kept &= Row(scenario.Name, scenario, scenario.With);
        // Nothing against nothing: what the method itself cannot tell apart.
        Row("(noise: nothing added)", Scenario.All[0], Scenario.All[0].Without);
        return kept;
    }

    /// <summary>Prints what <paramref name="added"/> cost beside an empty analyzer.</summary>
    public static void Row(string name, int smtpFiles, Func<DiagnosticAnalyzer[]> added)
    {
        var scenario = new Scenario(name, smtpFiles, BesideNeighbor: false, Limit: null);
        Row(name, scenario, () => [.. scenario.Without(), .. added()]);
    }

    private static bool Row(string name, Scenario scenario, Func<DiagnosticAnalyzer[]> with)
    {
        for (var i = 0; i < WarmUps; i++)
            Pair(i);
        var pairs = Enumerable.Range(0, scenario.Limit is null ? RoughPairs : FinePairs).Select(Pair).ToList();
        var total = Quantile(pairs.Select(pair => (double)pair.Without), 0.5);
        var added = Quantile(pairs.Select(pair => (double)(pair.With - pair.Without)), 0.5);
        var shares = pairs.Select(pair => 100.0 * (pair.With - pair.Without) / pair.Without).ToList();
        var (low, share, high) = (Quantile(shares, 0.25), Quantile(shares, 0.5), Quantile(shares, 0.75));
        var kept = scenario.Limit is not { } limit || share <= limit;
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-32}{total / 1e6,9:f1} MB{added / 1e3,9:f0} KB{share,8:f3} %{low,10:f3} to {high,5:f3} %{scenario.Limit,7:f1} %")
            + (kept ? "" : "  EXCEEDED"));
        return kept;

        (long Without, long With) Pair(int number)
        {
            if (number % 2 == 0)
            {
                var first = Allocated(scenario.SmtpFiles, scenario.Without());
                return (first, Allocated(scenario.SmtpFiles, with()));
            }

            var second = Allocated(scenario.SmtpFiles, with());
            return (Allocated(scenario.SmtpFiles, scenario.Without()), second);
        }
    }

    private static long Allocated(int smtpFiles, DiagnosticAnalyzer[] analyzers)
    {
        using var project = new Project(GeneratedCode.Files(smtpFiles), analyzers);
        // A collection in between would drop what the compiler holds weakly, and it would be allocated again: the main source of noise.
        if (!GC.TryStartNoGCRegion(Budget))
            throw new InvalidOperationException("There is not enough memory to measure without a collection.");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var diagnostics = project.Diagnose();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            GC.EndNoGCRegion();
        if (diagnostics.FirstOrDefault(static diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "AD0001") is { } error)
            throw new InvalidOperationException(error.ToString());
        return allocated;
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * share)];
    }
}
