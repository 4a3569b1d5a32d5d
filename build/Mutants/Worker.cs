using System.Collections;
using System.Diagnostics;

namespace SmtpAnalyzers.Mutants;

/// <summary>
/// The process that has the changed analyzers loaded. It says on the standard output, line by line, which change it starts with and what
/// became of it, so that another process can go on where this one ends.
/// </summary>
internal sealed class Worker(int count, TextWriter output)
{
    private readonly LiveSwitch _switch = new();

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

        rows.Sort(static (one, other) => one.Cost.CompareTo(other.Cost));
        output.WriteLine($"ready\t{rows.Count} rows, {rows.Sum(static row => row.Cost.TotalSeconds):0.0} s");
        foreach (var id in ids)
        {
            output.WriteLine($"start\t{id}");
            if (!executed[id])
                output.WriteLine($"end\t{id}\t{(executedOnce[id] ? "once" : "unreached")}\t");
            else
                Try(id, rows.Where(row => row.Reached[id]));
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
        _switch.Activate(id);
        var killer = rows.FirstOrDefault(row => !_switch.Passes(row));
        _switch.Activate(0);
        output.WriteLine($"end\t{id}\t{(killer is null ? "survived" : "killed")}\t{killer?.Name}");
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
