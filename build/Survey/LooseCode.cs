using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Survey;

/// <summary>
/// Compiles files without their build: against the frameworks of the SDK, MailKit, MimeKit, Polly and SmtpServer, and the projects that a project refers to.
/// The types of other packages stay unknown.
/// </summary>
internal sealed class LooseCode(SourceFolder folder, SourceTexts texts)
{
    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
                "System.Threading.Tasks",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting",
            "Microsoft.Extensions.Logging",
        }
        .Select(static name => $"global using {name};\n")), new CSharpParseOptions(LanguageVersion.Preview));

    private static readonly IReadOnlyList<MetadataReference> Libraries = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            && !Path.GetFileName(path).StartsWith("SmtpAnalyzers", StringComparison.Ordinal))
        .Concat(OfHosting())
        .DistinctBy(Path.GetFileName)
        .Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly Dictionary<string, Compilation?> projects = new(StringComparer.Ordinal);

    // ILogger and IOptions stand in the ASP.NET Core framework, which an SDK brings along. Without it, few calls of a service resolve.
    private static IEnumerable<string> OfHosting()
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var hosting = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(Path.TrimEndingDirectorySeparator(runtime)));
        return Directory.Exists(hosting) ? Directory.EnumerateFiles(hosting, "Microsoft.*.dll") : [];
    }

    /// <summary>The files of a project.</summary>
    public CodeUnit OfProject(string project) => Unit(folder.NameOf(project), CompilationOf(project)!, folder.FilesOf(project));

    /// <summary>
    /// Files without a project. They may belong together or be samples that know nothing of each other, so they are compiled together
    /// unless they declare the same type.
    /// </summary>
    /// <param name="files">All of them, each of which may say something of the others.</param>
    /// <param name="asked">Those to report on.</param>
    public IEnumerable<CodeUnit> OfFiles(IReadOnlyList<string> files, IReadOnlySet<string> asked)
    {
        var groups = new List<(HashSet<string> Types, List<string> Files)>();
        foreach (var file in files)
        {
            var types = TypesOf(file);
            var group = groups.FindIndex(group => !group.Types.Overlaps(types));
            if (group < 0)
            {
                group = groups.Count;
                groups.Add(([], []));
            }

            groups[group].Types.UnionWith(types);
            groups[group].Files.Add(file);
        }

        return
            from @group in groups
            let reported = @group.Files.Where(asked.Contains).ToList()
            where reported.Count > 0
            select Unit(Named(reported), Compile("Loose", @group.Files, hasImplicitUsings: true, []), reported);
    }

    private string Named(List<string> files) =>
        files is [var only] ? folder.NameOf(only) : $"{folder.NameOf(files[0])} and {files.Count - 1} more";

    private static CodeUnit Unit(string name, Compilation compilation, IEnumerable<string> files)
    {
        var configs = new EditorConfigs(files);
        return new CodeUnit(
            name,
            compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(configs.Severities)),
            new AnalyzerOptions([], configs),
            files.ToHashSet(StringComparer.Ordinal));
    }

    private Compilation? CompilationOf(string project)
    {
        // While it is being made, a circle finds null.
        if (projects.TryGetValue(project, out var known) || !projects.TryAdd(project, null))
            return known;
        var file = ProjectFile.Read(project);
        return projects[project] = Compile(
            Path.GetFileNameWithoutExtension(project),
            folder.FilesOf(project),
            file.HasImplicitUsings,
            file.References.Where(folder.Projects.Contains).Select(CompilationOf).OfType<Compilation>());
    }

    private CSharpCompilation Compile(string name, IEnumerable<string> files, bool hasImplicitUsings,
        IEnumerable<Compilation> references) =>
        CSharpCompilation.Create(
            name,
            files.Select(texts.TreeOf).OfType<SyntaxTree>().Concat(hasImplicitUsings ? [ImplicitUsings] : []),
            Libraries.Concat(references.Select(static reference => reference.ToMetadataReference())),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Annotations));

    private HashSet<string> TypesOf(string file) => texts.TreeOf(file)?.GetRoot().DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Select(static node => node switch
        {
            TypeDeclarationSyntax type when type.Modifiers.Any(SyntaxKind.PartialKeyword) => null,
            TypeDeclarationSyntax type => $"{NamespaceOf(type)}.{type.Identifier.ValueText}`{type.Arity}",
            BaseTypeDeclarationSyntax type => $"{NamespaceOf(type)}.{type.Identifier.ValueText}",
            // Two files with statements of their own are two programs.
            GlobalStatementSyntax => "<program>",
            _ => null,
        })
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal) ?? [];

    private static string NamespaceOf(SyntaxNode type) =>
        string.Join('.', type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name.ToString()).Reverse());
}
