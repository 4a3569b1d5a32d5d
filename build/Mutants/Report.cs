using System.Diagnostics;
using System.Globalization;

namespace SmtpAnalyzers.Mutants;

/// <summary>What became of each change, kept in a file and counted by folder.</summary>
/// <param name="mutations">All changes.</param>
/// <param name="path">The file.</param>
/// <param name="explained">The keys of changes that make no difference that a test could see, or none that matters.</param>
internal sealed class Report(IReadOnlyList<Mutation> mutations, string path, IReadOnlySet<string> explained)
{
    private static readonly Stopwatch Watch = Stopwatch.StartNew();

    private readonly Dictionary<int, (string Verdict, string Row)> _verdicts = [];
    private int _told;

    public static void Step(string what) =>
        Console.Error.WriteLine(FormattableString.Invariant($"[{Watch.Elapsed.TotalSeconds,6:0.0} s] {what}"));

    public void Tell(int id, string verdict, string row)
    {
        lock (_verdicts)
        {
            // A suite that does not come there takes nothing from what another has found.
            if (verdict == "killed" || _verdicts.GetValueOrDefault(id).Verdict != "survived")
                _verdicts[id] = (verdict, row);
            if (++_told % 100 == 0)
            {
                Step($"{_told} tried");
                Write();
            }
        }
    }

    /// <summary>The changes that are in one of these states.</summary>
    public List<int> Those(params string[] states) =>
        [.. mutations.Select(static change => change.Id).Where(id => states.Contains(_verdicts.GetValueOrDefault(id, ("new", "")).Item1))];

    /// <summary>Those that may only be seen where they are active from the start.</summary>
    public List<int> InTables() => [.. Those("once", "survived").Where(id =>
        _verdicts[id].Verdict == "once" || mutations[id - 1] is { Folder: "Naming" or "Smtp" })];

    /// <summary>Takes from an earlier run what was killed; the same code is changed in the same way.</summary>
    public void ReadEarlier()
    {
        var earlier = File.ReadLines(path).Select(static line => line.Split('\t')).ToLookup(static line => line[0],
            static line => (line[1], line[2]));
        foreach (var group in mutations.GroupBy(static change => change.Key))
        {
            foreach (var (change, verdict) in group.Zip(earlier[group.Key]).Where(static pair => pair.Second.Item1 == "killed"))
                _verdicts[change.Id] = verdict;
        }
    }

    public void Write() => File.WriteAllLines(
        path, mutations.Where(change => _verdicts.ContainsKey(change.Id))
            .Select(change => $"{change.Key}\t{_verdicts[change.Id].Verdict}\t{_verdicts[change.Id].Row}\t{change}"));

    public void Print(TextWriter output)
    {
        output.WriteLine($"{"",-12}{"changes",10}{"killed",10}{"explained",12}{"left",8}{"score",9}");
        foreach (var folder in mutations.GroupBy(static change => change.Folder))
        {
            var killed = folder.Count(change => IsKilled(change));
            var why = folder.Count(change => !IsKilled(change) && explained.Contains(change.Key));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{folder.Key,-12}{folder.Count(),10}{killed,10}{why,12}{folder.Count() - killed - why,8}{100.0 * (killed + why) / folder.Count(),8:0.0}%"));
        }

        foreach (var left in mutations.Where(change => !IsKilled(change) && !explained.Contains(change.Key)))
            output.WriteLine($"{_verdicts.GetValueOrDefault(left.Id, ("not tried", "")).Item1,-10} {left}");
    }

    private bool IsKilled(Mutation change) => _verdicts.TryGetValue(change.Id, out var found) && found.Verdict == "killed";
}
