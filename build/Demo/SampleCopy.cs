using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Demo;

/// <summary>A copy of a sample that can be built, fixed and run.</summary>
internal sealed partial class SampleCopy(string folder, string version)
{
    public static readonly IReadOnlyList<string> Format = ["format", "analyzers", "--severity", "warn"];

    public IReadOnlyList<string> Sources => [.. Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>The SMTP warnings of a full build.</summary>
    public async Task<IReadOnlyList<Warning>> BuildAsync(CancellationToken stopping)
    {
        var said = await Dotnet.RunAsync(folder, ["build", "--no-incremental", "--output", Output], version, stopping);
        return [.. WarningLine().Matches(said).Select(Warning.Of).Distinct().OrderBy(warning => (warning.File, warning.Line))];
    }

    public Task FixAsync(CancellationToken stopping) => Dotnet.RunAsync(folder, Format, version, stopping);

    /// <summary>Works the mails off over the server at this address, with hardly a pause between two attempts.</summary>
    public async Task<MailerReport> RunAsync(string host, int port, CancellationToken stopping)
    {
        var report = Path.Combine(Output, "report.json");
        string[] run = [Path.Combine(Output, "Newsletter.dll"), host, $"{port}", "--pause", "20", "--report", report];
        await Dotnet.RunAsync(folder, run, version, stopping);
        await using var json = File.OpenRead(report);
        return await JsonSerializer.DeserializeAsync<MailerReport>(json, cancellationToken: stopping)
            ?? throw new StepFailedException("The sample mailer wrote an empty report.");
    }

    /// <summary>Starts the sample server on <paramref name="port"/>: it ends when its input does.</summary>
    public Process Start(int port, string spool, string mailboxes) =>
        Process.Start(new ProcessStartInfo(Dotnet.Host, [Path.Combine(Output, "Inbox.dll"), $"{port}", spool, mailboxes])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new StepFailedException("The sample server could not be started.");

    private string Output => Path.Combine(folder, "out");

    // The help link and the project follow the text.
    [GeneratedRegex(@"^\s*(?<path>.+?)\((?<line>\d+),\d+\): warning (?<id>SMTP\d{4}): (?<text>.+?)( \(https://[^)]+\))?( \[[^]]+\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex WarningLine();
}

/// <summary>What the sample mailer believes of its run.</summary>
internal sealed record MailerReport(int Delivered, int GivenUp, int LeftInQueue, int Attempts)
{
    public override string ToString() => $"delivered {Delivered}, given up {GivenUp}, left in queue {LeftInQueue}, attempts {Attempts}";
}

/// <summary>A warning of the analyzers in the sample.</summary>
internal sealed record Warning(string File, int Line, string Id, string Text)
{
    public static Warning Of(Match line) => new(
        Path.GetFileName(line.Groups["path"].Value),
        int.Parse(line.Groups["line"].ValueSpan),
        line.Groups["id"].Value,
        line.Groups["text"].Value);

    public override string ToString() => $"{File}({Line}): {Id} {Text}";
}
