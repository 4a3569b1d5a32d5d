namespace SmtpAnalyzers.Benchmarks;

/// <summary>The bytes that some work allocates and the processor time that it takes, on all threads.</summary>
internal readonly record struct Cost(long Allocated, TimeSpan Processor)
{
    public double Megabytes => Allocated / 1e6;

    public override string ToString() => FormattableString.Invariant($"{Megabytes,9:f2} MB{Processor.TotalMilliseconds,9:f0} ms");

    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        // A collection in the middle would count as work.
        GC.Collect();
        var (allocated, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        await work();
        return new Cost(GC.GetTotalAllocatedBytes(precise: true) - allocated, Environment.CpuUsage.TotalTime - processor);
    }

    /// <summary>The median of the allocations and that of the times.</summary>
    public static Cost Median(IEnumerable<Cost> costs) =>
        new(Middle(costs.Select(static cost => cost.Allocated)), Middle(costs.Select(static cost => cost.Processor)));

    private static T Middle<T>(IEnumerable<T> values) => values.Order().ToList() is { Count: > 0 } sorted
        ? sorted[sorted.Count / 2]
        : throw new InvalidOperationException("Nothing was measured.");
}
