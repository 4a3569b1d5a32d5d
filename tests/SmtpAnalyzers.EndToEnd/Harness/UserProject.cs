using System.Xml.Linq;

namespace SmtpAnalyzers.EndToEnd.Harness;

/// <summary>
/// A user's library project that references the package, in a folder of its own where nothing of this repository is inherited.
/// </summary>
/// <param name="frameworks">The target framework, or several with ';' between them.</param>
public abstract class UserProject(PackedPackage package, string frameworks, params string[] packages) : IAsyncLifetime
{
    /// <summary>Outside the repository; deleted at the end.</summary>
    public string Folder { get; } = Folders.NewTemporary();

    private IReadOnlyList<string> Logs =>
        frameworks.Split(';').Select(framework => Path.Combine(Folder, $"findings.{framework}.sarif")).ToList();

    /// <summary>Whether the project refers to a library that hands on the package, rather than to the package.</summary>
    protected virtual bool IsTransitive => false;

    /// <summary>The SDK of the project, which always builds a library.</summary>
    protected virtual string Sdk => "Microsoft.NET.Sdk";

    // Which versions of others' packages a feed has, and what is known against them, is no concern of these tests.
    private string Framework => $"""
        <PropertyGroup>
          {(frameworks.Contains(';')
              ? $"<TargetFrameworks>{frameworks}</TargetFrameworks>" : $"<TargetFramework>{frameworks}</TargetFramework>")}
          <NuGetAudit>false</NuGetAudit>
          <NoWarn>$(NoWarn);NU1603</NoWarn>
        </PropertyGroup>
        """;

    private string References => $"""
        <ItemGroup>
          {string.Concat(packages.Select(PackageReference))}
          <PackageReference Include="SmtpAnalyzers" Version="{package.Version}" {(IsTransitive ? "PrivateAssets=\"none\"" : "")} />
        </ItemGroup>
        """;

    public ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            Write(name, "<Project />");
        Write("nuget.config",
            $"""<configuration><packageSources><add key="packed" value="{package.Feed}" /></packageSources></configuration>""");
        Write("Mailer.csproj", $"""
            <Project Sdk="{Sdk}">
              {Framework}
              <PropertyGroup>
                <OutputType>Library</OutputType>
                <ErrorLog>$(MSBuildProjectDirectory)/findings.$(TargetFramework).sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <Import Project="Settings.props" />
              {(IsTransitive
                  ? """<ItemGroup><ProjectReference Include="Library/Library.csproj" /><Compile Remove="Library/**" /></ItemGroup>"""
                  : References)}
            </Project>
            """);
        if (IsTransitive)
            Write("Library/Library.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Framework}{References}</Project>""");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the project hold <paramref name="source"/> of Sources and nothing else, under default settings.</summary>
    public string Use(string source)
    {
        Configure("");
        Set("");
        var text = File.ReadAllText(Path.Combine(Folders.Sources, source)).ReplaceLineEndings();
        Write("Mailer.cs", text);
        return text;
    }

    public void Configure(string editorConfig) => Write(".editorconfig", $"root = true\n{editorConfig}");

    /// <summary>Sets properties where a project file does: after the props of its packages.</summary>
    public void Set(string properties) => Write("Settings.props", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public string ReadOutput(string name) => Read(Path.Combine("bin", "Debug", frameworks, name));

    public async Task<Build> BuildAsync(params string[] properties) => (await BuildEachAsync(properties)).Single();

    /// <summary>One build of the project, as each of its target frameworks saw it.</summary>
    public async Task<IReadOnlyList<Build>> BuildEachAsync(params string[] properties)
    {
        foreach (var log in Logs)
            File.Delete(log);
        var (exitCode, output) = await Dotnet.RunAsync(Folder, ["build", "--no-incremental", .. properties]);
        return Logs.Select(log => new Build(exitCode, output, File.Exists(log) ? log : throw new FileNotFoundException(output))).ToList();
    }

    /// <summary>Applies the fixes of <paramref name="ids"/> everywhere and answers the new text.</summary>
    public async Task<string> FixAsync(params string[] ids)
    {
        await FormatAsync(["--diagnostics", .. ids]);
        return Read("Mailer.cs");
    }

    /// <summary>Applies the fixes of all warnings everywhere.</summary>
    public Task FormatAsync() => FormatAsync([]);

    private async Task FormatAsync(string[] arguments)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            Folder, ["format", "analyzers", "--no-restore", "--severity", "warn", "--verbosity", "detailed", .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    private static string PackageReference(string package)
    {
        var versions = XDocument.Load(Path.Combine(Folders.Repository, "Directory.Packages.props")).Descendants("PackageVersion");
        var version = versions.Single(entry => (string?)entry.Attribute("Include") == package).Attribute("Version")!.Value;
        return $"""<PackageReference Include="{package}" Version="{version}" />""";
    }
}
