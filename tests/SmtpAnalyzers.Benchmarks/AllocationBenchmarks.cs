using BenchmarkDotNet.Attributes;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>The same compilations under BenchmarkDotNet, which adds the time.</summary>
[InProcess, MemoryDiagnoser]
public class AllocationBenchmarks
{
    private Project? _without, _with;

    [ParamsSource(nameof(Scenarios))]
    public Scenario Scenario { get; set; } = Scenario.All[0];

    public static IEnumerable<Scenario> Scenarios => Scenario.All;

    [IterationSetup]
    public void Prepare()
    {
        _without = new Project(GeneratedCode.Files(Scenario.SmtpFiles), Scenario.Without());
        _with = new Project(GeneratedCode.Files(Scenario.SmtpFiles), Scenario.With());
    }

    [IterationCleanup]
    public void Release()
    {
        _without?.Dispose();
        _with?.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int Without() => _without!.Diagnose().Length;

    [Benchmark]
    public int With() => _with!.Diagnose().Length;
}
