namespace SmtpAnalyzers.Tests;

/// <summary>
/// The texts of the repository these tests were built in, found from where they run: a CI build replaces the paths of sources.
/// </summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>The files of a folder and below it, by their paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) => Directory
        .GetFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>The lines of a file; none where there is no such file.</summary>
    public static string[] Lines(string path) => Path.Combine(Root, path) is var file && File.Exists(file) ? File.ReadAllLines(file) : [];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SmtpAnalyzers.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"No SmtpAnalyzers.sln above {AppContext.BaseDirectory}");
    }
}
