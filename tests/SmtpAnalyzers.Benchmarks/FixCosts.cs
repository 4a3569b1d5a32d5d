using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>
/// The cost of the code fixes in an editor. Allocations are compared with limits. Processor time depends on the machine and on what else
/// runs there, so it is only printed.
/// </summary>
internal static class FixCosts
{
    private const double BulbLimit = 0.5, SendBulbLimit = 2, IdleBulbLimit = 0.01, BulbGrowthLimit = 1.5, FixAllLimit = 200, DoublingLimit =
        2.3;

    private const int BulbsPerFile = 5;

    private static readonly int[] MemberCounts = [1, 20, 100], FindingCounts = [20, 50, 100];

    /// <summary>Prints the three tables and answers whether every limit was kept.</summary>
    public static async Task<bool> RunAsync()
    {
        var kept = await BulbsOfSampleAsync();
        kept &= await BulbsOfOneFileAsync();
        kept &= await BulbsWithoutFindingAsync();
        Console.WriteLine($"\n{"Fix All, one file",-40}{"left",8}{"allocated",12}{"CPU",12}{"per doubling: allocations",28}");
        foreach (var code in new[] { WrongCode.Predicates, WrongCode.Handlers, WrongCode.Mixed })
            kept &= await FixAllAsync(code);
        return kept;
    }

    private static async Task<bool> BulbsOfSampleAsync()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Newsletter")).Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetFileName(path), File.ReadAllText(path)));
        var sample = await Editor.OpenAsync(OutputKind.ConsoleApplication, files);
        // The first round pays for what the runtime compiles and the compiler loads.
        await LightBulb.MeasureAsync(sample);
        var bulbs = await LightBulb.MeasureAsync(sample);
        Console.WriteLine($"{"light bulb, samples/Newsletter",-40}{"offered",8}{"allocated",12}{"CPU",12}");
        foreach (var bulb in bulbs)
            Console.WriteLine($"{bulb.Name,-40}{bulb.Offered,8}{bulb.Cost}");
        var median = Cost.Median(bulbs.Select(static bulb => bulb.Cost));
        var slowest = bulbs.Max(static bulb => bulb.Cost.Processor);
        return Row($"median of {bulbs.Count}; at most {slowest.TotalMilliseconds:f0} ms", null, median, "", median.Megabytes <= BulbLimit);
    }

    private static async Task<bool> BulbsOfOneFileAsync()
    {
        Console.WriteLine($"\n{"light bulb, one file",-48}{"allocated",12}{"CPU",12}{"growth: allocations",28}");
        var kept = true;
        Cost? smallest = null;
        foreach (var members in MemberCounts)
        {
            var project = await Editor.OpenAsync(OutputKind.DynamicallyLinkedLibrary, ("Mailer.cs", WrongCode.Retries.File(members)));
            var cost = Cost.Median((await LightBulb.MeasureAsync(project, BulbsPerFile)).Select(static bulb => bulb.Cost));
            smallest ??= cost;
            var growth = cost.Megabytes / smallest.Value.Megabytes;
            kept &= Row($"wrong methods: {members}", null, cost, FormattableString.Invariant($"{growth,28:f2}"), growth <= BulbGrowthLimit);
        }

        return kept;
    }

    // An editor asks wherever the caret comes to rest: where nothing is sent, that must cost next to nothing.
    private static async Task<bool> BulbsWithoutFindingAsync()
    {
        Console.WriteLine($"\n{"light bulb without a finding",-40}{"offered",8}{"allocated",12}{"CPU",12}");
        var kept = true;
        var text = WrongCode.Sends.File(100);
        var project = await Editor.OpenAsync(OutputKind.DynamicallyLinkedLibrary, ("Mailer.cs", text));
        foreach (var (name, at, limit) in new[] { ("a send of 100", "SendAsync", SendBulbLimit),
            ("another call", "WriteLine", IdleBulbLimit) })
        {
            var (offered, costs) = (0, new List<Cost>());
            for (var i = 0; i < 5; i++)
            {
                var document = await Editor.TypeAsync(project.Documents.First());
                var caret = text.IndexOf(at, text.Length / 2, StringComparison.Ordinal);
                costs.Add(await Cost.OfAsync(async () => offered = (await Editor.OpenLightBulbAsync(document, caret)).Count));
            }

            var cost = Cost.Median(costs);
            kept &= Row(name, offered, cost, "", cost.Megabytes <= limit);
        }

        return kept;
    }

    private static async Task<bool> FixAllAsync(WrongCode code)
    {
        await FixAll.MeasureAsync(code, FindingCounts[0]);
        var kept = true;
        FixAll? smaller = null;
        foreach (var count in FindingCounts)
        {
            var all = await FixAll.MeasureAsync(code, count);
            var growth = smaller is null ? (double?)null : PerDoubling(all, smaller);
            kept &= Row(
                $"{code.Name}: {all.Findings}", all.Left, all.Cost, FormattableString.Invariant($"{growth,28:f2}"),
                all.Cost.Megabytes <= FixAllLimit && growth is null or <= DoublingLimit);
            smaller = all;
        }

        return kept;
    }

    private static double PerDoubling(FixAll all, FixAll smaller) =>
        Math.Pow(all.Cost.Megabytes / smaller.Cost.Megabytes, 1 / Math.Log2((double)all.Findings / smaller.Findings));

    private static bool Row(string name, int? number, Cost cost, string growth, bool kept)
    {
        Console.WriteLine($"{name,-40}{number,8}{cost}{growth}{(kept ? "" : "  EXCEEDED")}".TrimEnd());
        return kept;
    }
}
