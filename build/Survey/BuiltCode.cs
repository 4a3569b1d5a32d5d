using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace SmtpAnalyzers.Survey;

/// <summary>Restores and loads projects with MSBuild, as an editor does. This executes their build logic.</summary>
internal sealed class BuiltCode(SourceFolder folder) : IDisposable
{
    private readonly MSBuildWorkspace workspace = MSBuildWorkspace.Create();

    /// <summary>The project as it is built, or null and why it can't be loaded.</summary>
    public async Task<(CodeUnit? Unit, string Why)> LoadAsync(string path, CancellationToken stopping)
    {
        try
        {
            if (await RestoreAsync(path, stopping) is { } error)
                return (null, error);
            // A project may be there already, as a reference of another.
            var project = workspace.CurrentSolution.Projects.FirstOrDefault(project => project.FilePath == path)
                ?? await workspace.OpenProjectAsync(path, cancellationToken: stopping);
            var compilation = await project.GetCompilationAsync(stopping);
            return compilation?.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Class
                ? (new CodeUnit(folder.NameOf(path), compilation, project.AnalyzerOptions,
                    folder.FilesOf(path).ToHashSet(StringComparer.Ordinal)), "")
                : (null, "its framework can't be found");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // Whatever a project's build logic throws.
            return (null, ex.Message);
        }
    }

    public void Dispose() => workspace.Dispose();

    private static async Task<string?> RestoreAsync(string path, CancellationToken stopping)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                ["restore", path, "--verbosity", "quiet", "-p:NuGetAudit=false"])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stopping), process.StandardError.ReadToEndAsync(stopping));
            await process.WaitForExitAsync(stopping);
            return process.ExitCode == 0 ? null : $"it can't be restored: {FirstError(string.Concat(said))}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FirstError(string said) =>
        said.Split('\n').FirstOrDefault(static line => line.Contains("error", StringComparison.Ordinal))?.Trim() ?? "dotnet restore failed";
}
