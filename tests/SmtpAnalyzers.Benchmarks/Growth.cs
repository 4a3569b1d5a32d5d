using System.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>
/// What our analyzers cost for one large body, and how that grows when the body doubles: linear code makes it twice as much.
/// </summary>
internal static class Growth
{
    private const int Doublings = 3;

    private const double Limit = 2.3;

    /// <summary>
    /// Prints the table, of the rows whose name has <paramref name="part"/> in it, and answers whether no kind of code grows faster than
    /// the limit.
    /// </summary>
    public static bool Run(string part)
    {
        Console.WriteLine($"{"",-26}{"size",8}{"allocated",14}{"time",12}{"per doubling: allocations",32}");
        var kept = true;
        foreach (var code in LargeCode.All.Where(code => code.Name.Contains(part, StringComparison.Ordinal)))
        {
            Cost(code, code.Smallest);
            var sizes = Enumerable.Range(0, Doublings + 1).Select(doubling => code.Smallest << doubling).ToList();
            var costs = sizes.Select(size => Cost(code, size)).ToList();
            var ratios = costs.Zip(costs.Skip(1), static (small, large) => (double)large.Allocated / small.Allocated).ToList();
            var fits = ratios.All(static ratio => ratio <= Limit);
            kept &= fits || code.WhyNotLinear is not null;
            var (last, growth) = (costs[^1], ratios.Select(static ratio => FormattableString.Invariant($"{ratio,10:f2}")));
            Console.WriteLine(FormattableString.Invariant(
                $"{code.Name,-26}{sizes[^1],8}{last.Allocated / 1e6,11:f1} MB{last.Time.TotalMilliseconds,9:f0} ms{string.Concat(growth)}")
                + (fits ? "" : $"  {code.WhyNotLinear ?? "EXCEEDED"}"));
        }

        return kept;
    }

    private static (long Allocated, TimeSpan Time) Cost(LargeCode code, int size)
    {
        var without = Measure(code, size, [Analyzers.Neighbor()]);
        var with = Measure(code, size, [Analyzers.Neighbor(), .. Analyzers.Ours()]);
        return (with.Allocated - without.Allocated, with.Time - without.Time);
    }

    private static (long Allocated, TimeSpan Time) Measure(LargeCode code, int size, DiagnosticAnalyzer[] analyzers)
    {
        using var project = new Project([code.File(size)], analyzers);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        if (project.Diagnose().FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001") is { } thrown)
            throw new InvalidOperationException(thrown.ToString());
        return (GC.GetTotalAllocatedBytes(precise: true) - before, clock.Elapsed);
    }
}
