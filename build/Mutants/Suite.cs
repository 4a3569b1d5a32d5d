using SmtpAnalyzers.Tests.Oracle;

namespace SmtpAnalyzers.Mutants;

/// <summary>The rows that are tried together, the cheap suites first.</summary>
internal static class Suite
{
    public static readonly string[] All = ["units", "rules", "oracle"];

    /// <summary>How long the rows may take that are tried with one change: of the large suites, some hundred of those that reach it.</summary>
    public static TimeSpan Budget(string name) => TimeSpan.FromSeconds(name == "units" ? 60 : 4);

    public static List<Row> Of(string name, Action<string> failed) => name switch
    {
        "units" => [.. new[] { "Smtp", "Naming", "Conditions", "Flow" }.SelectMany(TestRows.In)],
        "rules" => FindingRows.OfRuleTests(failed),
        "oracle" => [.. OfOracle()],
        _ => throw new ArgumentException($"There is no suite {name}: {string.Join(", ", All)}"),
    };

    // Each program by itself: it has been compiled and run once, and only the engine is asked again.
    private static IEnumerable<Row> OfOracle() =>
        from programs in ReachOracleTests.All
        let batch = new Batch(programs)
        from program in Enumerable.Range(0, batch.Count)
        select new Row($"Oracle, program {program}", () => batch.Judge(program).IsRight);
}
