using System.Globalization;

namespace SmtpAnalyzers.Demo;

/// <summary>A temporary folder with a package feed and copies of the sample, and the version that nobody packed before.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly string repository = FindRepository();
    private readonly string folder = Directory.CreateTempSubdirectory("SmtpAnalyzers.Demo.").FullName;
    private string? cachedPackage;

    /// <summary>New in every run, so that no cache can hold another package under it.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.2.0-demo.{DateTime.UtcNow:yyyyMMddHHmmss}");

    private string Feed => Path.Combine(folder, "feed");

    public async Task PackAsync(CancellationToken stopping)
    {
        Directory.CreateDirectory(Feed);
        Dotnet.Temporary = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
        // Added to the sources that the machine has: MailKit comes from there.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "NuGet.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="local" value="{System.Security.SecurityElement.Escape(Feed)}" />
              </packageSources>
            </configuration>
            """,
            stopping);
        cachedPackage = Path.Combine(await GlobalPackagesAsync(stopping), "smtpanalyzers", Version);
        string[] pack =
        [
            "pack", Path.Combine("src", "SmtpAnalyzers.Package"), "--output", Feed,
            "--artifacts-path", Path.Combine(folder, "artifacts"), $"-p:Version={Version}", "-p:IncludeSymbols=false",
        ];
        await Dotnet.RunAsync(repository, pack, Version, stopping);
    }

    public SampleCopy CopySample(string name, string sample)
    {
        var copy = Path.Combine(folder, name);
        if (!Directory.Exists(copy))
            CopyFolder(Path.Combine(repository, "samples"), copy);
        return new SampleCopy(Path.Combine(copy, sample), Version);
    }

    public void Dispose()
    {
        foreach (var leftover in new[] { folder, cachedPackage })
        {
            try
            {
                if (Directory.Exists(leftover))
                    Directory.Delete(leftover, recursive: true);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"Could not remove {leftover}: {ex.Message}");
            }
        }
    }

    private async Task<string> GlobalPackagesAsync(CancellationToken stopping)
    {
        string[] list = ["nuget", "locals", "global-packages", "--list", "--force-english-output"];
        var said = await Dotnet.RunAsync(folder, list, Version, stopping);
        return said[(said.IndexOf(':') + 1)..].Trim();
    }

    private static string FindRepository()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "SmtpAnalyzers.sln")))
                return directory.FullName;
        }

        throw new StepFailedException("The demo has to be run inside the repository.");
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var child in Directory.EnumerateDirectories(from).Where(child => Path.GetFileName(child) is not ("bin" or "obj")))
            CopyFolder(child, Path.Combine(to, Path.GetFileName(child)));
    }
}
