using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// The process that has the changed analyzers loaded. It says on the standard output, line by line, which change it starts with and what
/// became of it, so that another process can go on where this one ends.
/// </summary>
internal sealed class Worker(int count, TextWriter output)
{
    // For which change a row is best is unknown, but changes that stand together are often seen by the same.
    private const int Remembered = 20;

    private readonly LiveSwitch _switch = new();
    private readonly List<Row> _killers = [];

    /// <summary>Tries changes one after the other.</summary>
    public void Try(string suite, IReadOnlyList<int> ids)
    {
        var rows = new List<Row>();
        var executedOnce = _switch.Recording(count, () => rows = Ready(suite));
        var executed = new BitArray(count + 1);
        foreach (var row in rows)
        {
            var watch = Stopwatch.StartNew();
            row.Reached = _switch.Recording(count, () => row.Passes());
            row.Cost = watch.Elapsed;
            executed.Or(row.Reached);
        }

        // In no order, so that a part of them is a sample.
        new Random(1).Shuffle(CollectionsMarshal.AsSpan(rows));
        output.WriteLine($"ready\t{rows.Count} rows, {rows.Sum(static row => row.Cost.TotalSeconds):0.0} s");
        foreach (var id in ids)
        {
            output.WriteLine($"start\t{id}");
            if (!executed[id])
                output.WriteLine($"end\t{id}\t{(executedOnce[id] ? "once" : "unreached")}\t");
            else
                Try(id, Affordable(_killers.Concat(rows.Except(_killers)).Where(row => row.Reached[id]), Suite.Budget(suite)));
        }
    }

    /// <summary>Tries one change that is active from the beginning: it is in what a process computes once.</summary>
    public void TryFromStart(string suite, int id)
    {
        output.WriteLine($"ready\t");
        output.WriteLine($"start\t{id}");
        _switch.Activate(id);
        Try(id, Suite.Of(suite, static _ => { }));
    }

    private void Try(int id, IEnumerable<Row> rows)
    {
        rows = [.. rows];
        _switch.Activate(id);
        var killer = rows.FirstOrDefault(row => !_switch.Passes(row));
        _switch.Activate(0);
        if (killer is not null)
        {
            _killers.Remove(killer);
            _killers.Insert(0, killer);
            if (_killers.Count > Remembered)
                _killers.RemoveAt(Remembered);
        }

        output.WriteLine($"end\t{id}\t{(killer is null ? "survived" : "killed")}\t{killer?.Name}");
    }

    private static IEnumerable<Row> Affordable(IEnumerable<Row> rows, TimeSpan budget)
    {
        foreach (var row in rows)
        {
            if ((budget -= row.Cost) < TimeSpan.Zero)
                yield break;
            yield return row;
        }
    }

    // Once without a look: caches and what is computed once.
    private List<Row> Ready(string suite)
    {
        var rows = Suite.Of(suite, name => output.WriteLine($"failed\t{name}"));
        foreach (var row in rows.Where(static row => !row.Passes()).ToList())
        {
            output.WriteLine($"failed\t{row.Name}");
            rows.Remove(row);
        }

        return rows;
    }
}
