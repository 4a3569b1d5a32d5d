using System.Collections;
using System.Reflection;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Mutants;

/// <summary>The <see cref="Switch"/> in the changed assembly that this process has loaded.</summary>
internal sealed class LiveSwitch
{
    private static readonly Type Mutant = typeof(SmtpAnalyzer).Assembly.GetType("SmtpAnalyzers.Mutant", throwOnError: true)!;

    private readonly FieldInfo _active = Mutant.GetField("Active")!;
    private readonly FieldInfo _late = Mutant.GetField("IsLate")!;
    private readonly FieldInfo _reached = Mutant.GetField("Reached")!;
    private readonly Timer _timer;

    public LiveSwitch() => _timer = new Timer(_ => _late.SetValue(null, true));

    /// <summary>Switches on a change; 0 is none.</summary>
    public void Activate(int id) => _active.SetValue(null, id);

    /// <summary>The changes that <paramref name="action"/> executes.</summary>
    public BitArray Recording(int count, Action action)
    {
        var reached = new bool[count + 1];
        _reached.SetValue(null, reached);
        action();
        _reached.SetValue(null, Array.Empty<bool>());
        return new BitArray(reached);
    }

    /// <summary>Runs a row. One that takes too long is interrupted where it next meets a change.</summary>
    public bool Passes(Row row)
    {
        _timer.Change(TimeSpan.FromSeconds(2) + (20 * row.Cost), Timeout.InfiniteTimeSpan);
        var passes = row.Passes();
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _late.SetValue(null, false);
        return passes;
    }
}
