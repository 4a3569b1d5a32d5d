namespace SmtpAnalyzers.Survey;

/// <summary>
/// The C# files and projects below a path. Each file has one owner, the nearest project file above it in the folders, or none.
/// So no file is analyzed twice, on whichever machine.
/// </summary>
internal sealed class SourceFolder
{
    private static readonly HashSet<string> Skipped =
        new(["bin", "obj", "packages", "node_modules", "TestResults"], StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, string> filesOfProjects;

    private SourceFolder(string root, IReadOnlyList<string> files, IReadOnlyList<string> projects)
    {
        Root = root;
        Files = files;
        // Of several projects in a folder, the first owns the files.
        var owners = projects.GroupBy(static project => Path.GetDirectoryName(project)!).ToDictionary(static group => group.Key,
            static group => group.First());
        filesOfProjects = files.ToLookup(file => OwnerOf(file, owners) ?? "");
        Projects = [.. owners.Values.Where(filesOfProjects.Contains).Order(StringComparer.Ordinal)];
        Loose = [.. filesOfProjects[""]];
    }

    public string Root { get; }

    /// <summary>All C# files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The projects that own files.</summary>
    public IReadOnlyList<string> Projects { get; }

    /// <summary>The files that no project owns.</summary>
    public IReadOnlyList<string> Loose { get; }

    public IEnumerable<string> FilesOf(string project) => filesOfProjects[project];

    /// <summary>How a path is shown: from the root, with slashes.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static SourceFolder At(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
        {
            return full.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
                ? new SourceFolder(Path.GetDirectoryName(full)!, [full], [])
                : throw new UsageException($"'{path}' is no C# file and no folder.");
        }

        if (!Directory.Exists(full))
            throw new UsageException($"There is no folder or file '{path}'.");
        var files = new List<string>();
        var projects = new List<string>();
        Collect(full, files, projects);
        return files.Count > 0
            ? new SourceFolder(full, [.. files.Order(StringComparer.Ordinal)], [.. projects.Order(StringComparer.Ordinal)])
            : throw new UsageException($"There is no C# file in '{path}'.");
    }

    private static void Collect(string folder, List<string> files, List<string> projects)
    {
        // A folder that can't be listed has no files; a link could lead around in a circle.
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        files.AddRange(Directory.EnumerateFiles(folder, "*.cs", options));
        projects.AddRange(Directory.EnumerateFiles(folder, "*.csproj", options));
        foreach (var below in Directory.EnumerateDirectories(folder, "*", options))
        {
            if (Path.GetFileName(below) is var name && name[0] != '.' && !Skipped.Contains(name))
                Collect(below, files, projects);
        }
    }

    private string? OwnerOf(string file, Dictionary<string, string> owners)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null
            && folder.Length >= Root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (owners.TryGetValue(folder, out var project))
                return project;
        }

        return null;
    }
}
