namespace SmtpAnalyzers.EndToEnd.Harness;

internal static class Folders
{
    /// <summary>The root of the repository these tests were built in, found from where they run: a CI build replaces the paths of sources.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>What users write, copied beside the tests.</summary>
    public static string Sources { get; } = Path.Combine(AppContext.BaseDirectory, "Sources");

    /// <summary>A new empty folder outside the repository, so that a project in it inherits nothing.</summary>
    public static string NewTemporary() => Directory.CreateTempSubdirectory("SmtpAnalyzers.").FullName;

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SmtpAnalyzers.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"No SmtpAnalyzers.sln above {AppContext.BaseDirectory}");
    }
}
