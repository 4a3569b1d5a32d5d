using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using SmtpAnalyzers.EndToEnd.Harness;

namespace SmtpAnalyzers.EndToEnd;

/// <summary>What lies in the package, and what a compiler that loads it must provide.</summary>
public sealed class PackageContentTests(PackedPackage package)
{
    private const string Folder = "analyzers/dotnet/cs/";

    private static readonly string[] Assemblies = ["SmtpAnalyzers", "SmtpAnalyzers.CodeFixes"];

    // All that every host of a 4.8 compiler brings along: the command line, Visual Studio and editors on .NET.
    private static readonly string[] Provided =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory",
            "System.Buffers"];

    // Only editors and dotnet format load fixes.
    private static readonly string[] ProvidedToFixes =
        [.. Provided, "SmtpAnalyzers", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces"];

    [Fact]
    public void One_package_and_its_symbols() =>
        Assert.Equal(new[] { package.File, package.SymbolFile }.Order(), Directory.GetFiles(package.Feed).Order());

    [Fact]
    public void Assemblies_and_texts_and_nothing_else()
    {
        using var zip = ZipFile.OpenRead(package.File);
        var pages = Tests.Repository.Files("docs", "*.md");
        string[] build =
        [
            "build/SmtpAnalyzers.props", "build/SmtpAnalyzers.targets", "buildTransitive/SmtpAnalyzers.props",
                "buildTransitive/SmtpAnalyzers.targets",
            "config/all.globalconfig", "config/none.globalconfig", "config/recommended.globalconfig",
        ];
        Assert.Equal(
            Assemblies.Select(name => $"{Folder}{name}.dll").Concat(pages).Concat(build)
                .Concat(["LICENSE", "README.md", "SmtpAnalyzers.nuspec", "icon.png"]).Order(),
            zip.Entries.Select(entry => entry.FullName).Where(name => !IsFormat(name)).Order());
    }

    [Fact]
    public void A_development_dependency_without_dependencies()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var stream = zip.GetEntry("SmtpAnalyzers.nuspec")!.Open();
        var nuspec = XDocument.Load(stream).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(["true"], nuspec["developmentDependency"]);
        Assert.Equal(["README.md"], nuspec["readme"]);
        Assert.Equal(["icon.png"], nuspec["icon"]);
        Assert.Contains("SMTP", Assert.Single(nuspec["releaseNotes"]));
        Assert.Equal(["MIT"], nuspec["license"]);
        Assert.Empty(nuspec["dependency"]);
    }

    [Fact]
    public void Symbols_belong_to_the_assemblies()
    {
        using var zip = ZipFile.OpenRead(package.SymbolFile);
        Assert.All(Assemblies, name =>
        {
            using var assembly = Open(name);
            var entry = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
            var codeView = assembly.ReadCodeViewDebugDirectoryData(entry);
            using var symbols = MetadataReaderProvider.FromPortablePdbStream(InMemory(zip, $"{Folder}{name}.pdb"));
            Assert.Equal(codeView.Guid, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
            Assert.StartsWith("/_/", codeView.Path);
        });
    }

    [Fact]
    public void The_oldest_supported_compiler_provides_all_references()
    {
        AssertReferences("SmtpAnalyzers", Provided);
        AssertReferences("SmtpAnalyzers.CodeFixes", ProvidedToFixes);
    }

    private void AssertReferences(string name, string[] provided)
    {
        using var assembly = Open(name);
        var metadata = assembly.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version)).ToList();
        Assert.Empty(references.Select(reference => reference.Name).Except(provided));
        Assert.All(
            references.Where(reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
    }

    private PEReader Open(string assembly)
    {
        using var zip = ZipFile.OpenRead(package.File);
        return new PEReader(InMemory(zip, $"{Folder}{assembly}.dll"));
    }

    private static MemoryStream InMemory(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }

    /// <summary>What the package format itself adds.</summary>
    private static bool IsFormat(string name) => name is "[Content_Types].xml" || name.StartsWith("_rels/") || name.StartsWith("package/");
}
