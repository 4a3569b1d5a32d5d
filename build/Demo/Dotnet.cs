using System.Diagnostics;

namespace SmtpAnalyzers.Demo;

/// <summary>A step of the demo that could not be done, with what the tool said.</summary>
internal sealed class StepFailedException(string message) : Exception(message);

/// <summary>Runs the dotnet command line.</summary>
internal static class Dotnet
{
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Where the commands put their own temporary files.</summary>
    public static string? Temporary { get; set; }

    /// <summary>What the command printed. Fails with it where the command fails, and ends it when told to stop.</summary>
    public static async Task<string> RunAsync(string directory, IEnumerable<string> arguments, string version, CancellationToken stopping)
    {
        var start = new ProcessStartInfo(Host, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        // No build process may outlive the demo and hold on to its files.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" })
            start.Environment[name] = Temporary;
        // A property of the sample's project file.
        start.Environment["SmtpAnalyzersVersion"] = version;

        using var process = Process.Start(start) ?? throw new StepFailedException("dotnet could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        var said = await output + await errors;
        return process.ExitCode == 0
            ? said
            : throw new StepFailedException($"dotnet {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{said}");
    }
}
