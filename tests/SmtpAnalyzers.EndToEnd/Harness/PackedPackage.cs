using SmtpAnalyzers.EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace SmtpAnalyzers.EndToEnd.Harness;

/// <summary>The package, packed once for all tests into a feed of its own, with a version that no package cache knows.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly string _folder = Folders.NewTemporary();

    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    public string Feed => Path.Combine(_folder, "feed");

    public string File => Path.Combine(Feed, $"SmtpAnalyzers.{Version}.nupkg");

    public string SymbolFile => Path.ChangeExtension(File, ".snupkg");

    public async ValueTask InitializeAsync()
    {
        // Its own output folder: a test run must not disturb the tree it was built from.
        var (exitCode, output) = await Dotnet.RunAsync(
            Folders.Repository,
            "pack", "src/SmtpAnalyzers.Package", "-c", "Release", "-o", Feed, "--artifacts-path", Path.Combine(_folder, "artifacts"),
                $"-p:Version={Version}");
        Assert.True(exitCode == 0, output);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        var (_, output) = await Dotnet.RunAsync(Path.GetTempPath(), "nuget", "locals", "global-packages", "--list");
        var restored = Path.Combine(output[(output.IndexOf("packages: ", StringComparison.Ordinal) + "packages: ".Length)..].Trim(),
            "smtpanalyzers", Version);
        if (Directory.Exists(restored))
            Directory.Delete(restored, recursive: true);
    }
}
