namespace SmtpAnalyzers.EndToEnd.Harness;

internal static class Folders
{
    /// <summary>The root of the repository these tests were built in.</summary>
    public static string Repository { get; } = Tests.Repository.Root;

    /// <summary>What users write, copied beside the tests.</summary>
    public static string Sources { get; } = Path.Combine(AppContext.BaseDirectory, "Sources");

    /// <summary>A new empty folder outside the repository, so that a project in it inherits nothing.</summary>
    public static string NewTemporary() => Directory.CreateTempSubdirectory("SmtpAnalyzers.").FullName;
}
