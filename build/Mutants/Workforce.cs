using System.Diagnostics;
using System.Globalization;

namespace SmtpAnalyzers.Mutants;

/// <summary>Starts processes that try changes, and starts another where a change ended one: it overflowed the stack, or never came back.</summary>
/// <param name="program">This program in the folder with the changed assembly.</param>
/// <param name="count">The number of changes.</param>
/// <param name="told">Told of each change: its id, what became of it, and the row that saw it.</param>
internal sealed class Workforce(string program, int count, Action<int, string, string> told)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), PatienceAtStart = TimeSpan.FromMinutes(20);

    public Task TryAsync(string suite, IReadOnlyList<int> ids, int processes) => Task.WhenAll(Enumerable.Range(0, processes)
        .Select(process => TryAsync(suite, ids.Where((_, index) => index % processes == process).ToList())));

    /// <summary>Tries changes of what is computed once, each in a process of its own.</summary>
    public Task TryFromStartAsync(string suite, IReadOnlyList<int> ids, int processes) => Parallel.ForEachAsync(
        ids,
        new ParallelOptions { MaxDegreeOfParallelism = processes },
        async (id, _) => await RunAsync("from-start", suite, [id]));

    private async Task TryAsync(string suite, List<int> ids)
    {
        while (ids.Count > 0)
            await RunAsync("worker", suite, ids);
    }

    // Takes off the list what has been tried.
    private async Task RunAsync(string command, string suite, List<int> ids)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [program, command, suite, count.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A change may allocate without end.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x180000000";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync(string.Join(' ', ids));
        process.StandardInput.Close();

        var (current, isReady) = (0, false);
        while (await LineAsync(process, isReady ? Patience : PatienceAtStart) is { } line)
        {
            switch (line.Split('\t'))
            {
                case ["ready", var what]:
                    isReady = true;
                    if (what.Length > 0)
                        Report.Step($"{suite}: {what}");
                    break;
                case ["failed", var row]:
                    Report.Step($"{suite}: fails without any change, so it is left out: {row}");
                    break;
                case ["start", var id]:
                    current = int.Parse(id, CultureInfo.InvariantCulture);
                    break;
                case ["end", _, var verdict, var row]:
                    told(current, verdict, row);
                    ids.Remove(current);
                    current = 0;
                    break;
            }
        }

        process.Kill(entireProcessTree: true);
        if (current != 0)
        {
            told(current, "killed", "the process ended");
            ids.Remove(current);
        }
        else if (ids.Count > 0)
        {
            throw new InvalidOperationException($"A process ended before its time: {await errors}");
        }
    }

    private static async Task<string?> LineAsync(Process process, TimeSpan patience)
    {
        using var stopping = new CancellationTokenSource(patience);
        try
        {
            return await process.StandardOutput.ReadLineAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
