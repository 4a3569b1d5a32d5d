using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>
/// A snippet in several projects that share its files, as the target frameworks of one project do: of the latest C#, and of older ones
/// where it compiles there.
/// </summary>
/// <param name="Main">The first: of the latest C#.</param>
/// <param name="Others">All others.</param>
internal sealed record LinkedProjects(Solution Solution, ProjectId Main, IReadOnlyList<LinkedProjects.Other> Others)
{
    private const string Folder = "/s/";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly string[] TestParts =
        ["Microsoft.CodeAnalysis", "Microsoft.Test", "Microsoft.VisualStudio", "NuGet.", "SmtpAnalyzers", "xunit"];

    private static readonly string[] OldSymbols = ["NETSTANDARD", "NETSTANDARD2_0"];

    private static readonly string[] NewSymbols =
        ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"];

    // Without the compiler and the tests themselves: each more costs time in every compilation.
    private static readonly MetadataReference[] KnownReferences =
        [.. References.OfThisProcess.Where(reference => !TestParts.Any(Path.GetFileName(reference.Display!)!.StartsWith))];

    // Rules that are off by default are on here.
    private static readonly IEnumerable<KeyValuePair<string, ReportDiagnostic>> OffByDefault =
        Shipped.Descriptors.Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn));

    private static readonly Dictionary<string, LanguageVersion> Versions = new()
    {
        ["csharp7.3"] = LanguageVersion.CSharp7_3,
        ["csharp8"] = LanguageVersion.CSharp8,
        ["csharp9"] = LanguageVersion.CSharp9,
    };

    private static readonly string[] AlwaysTried = ["csharp7.3", "csharp9"];

    /// <summary>The project of the lowest version of C#, in which the same fix must write the same text.</summary>
    public Other? Oldest => Others.FirstOrDefault(other => Versions.ContainsKey(other.What));

    public static async Task<LinkedProjects> OfAsync(Snippet snippet)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        var main = Add(ref solution, snippet, "main");
        var others = new List<Other>();
        foreach (var what in AlwaysTried.Union(snippet.Also).OrderBy(what => Versions.GetValueOrDefault(what, LanguageVersion.Latest)))
        {
            var with = solution;
            var id = Add(ref with, snippet, what);
            if (!snippet.Also.Contains(what) && await HasErrorsAsync(with.GetProject(id)!))
                continue;
            solution = with;
            others.Add(new(id, what));
        }

        return new(solution, main, others);
    }

    /// <summary>The documents that the snippet consists of, as one project sees them.</summary>
    public IEnumerable<Document> Documents(ProjectId? project = null) =>
        Solution.GetProject(project ?? Main)!.Documents.Where(document => IsOfSnippet(document.FilePath));

    public static bool IsOfSnippet(string? path) => path?.StartsWith(Folder, StringComparison.Ordinal) == true;

    /// <summary>The projects after a fix, which has changed one of them; the others get its text, as in an editor.</summary>
    /// <param name="harms">Gets what the fix did to the others by itself.</param>
    public async Task<LinkedProjects> ApplyAsync(CodeAction action, ProjectId project, List<string> harms)
    {
        var applied = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().ToList();
        Assert.True(applied.Count == 1, $"'{action.Title}' has {applied.Count} operations that apply changes");
        var changed = applied[0].ChangedSolution;
        foreach (var document in Documents(project))
        {
            var (old, text) = (await document.GetTextAsync(), await changed.GetDocument(document.Id)!.GetTextAsync());
            foreach (var linked in document.GetLinkedDocumentIds())
            {
                var other = await changed.GetDocument(linked)!.GetTextAsync();
                if (!other.ContentEquals(old) && !other.ContentEquals(text))
                    harms.Add($"linked: the fix writes another text into {linked.ProjectId}");
                changed = changed.WithDocumentText(linked, text);
            }
        }

        return this with { Solution = changed };
    }

    /// <summary>The text of every file, one after the other.</summary>
    public async Task<string> TextAsync() =>
        string.Concat<SourceText>(await Task.WhenAll(Documents().Select(document => document.GetTextAsync())));

    private static ProjectId Add(ref Solution solution, Snippet snippet, string what)
    {
        var id = ProjectId.CreateNewId(what);
        var version = Versions.GetValueOrDefault(what, LanguageVersion.Latest);
        var isOld = version < LanguageVersion.CSharp10;
        var symbols = isOld ? OldSymbols : what.StartsWith("define ") ? [.. NewSymbols, what[7..]] : NewSymbols;
        var nullable = version < LanguageVersion.CSharp8 ? NullableContextOptions.Disable
            : snippet.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Annotations;
        var isProgram = snippet.Files
            .Any(file => CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, $"Snippet({what})", "Snippet", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: nullable, specificDiagnosticOptions: OffByDefault),
            parseOptions: new CSharpParseOptions(version, preprocessorSymbols: symbols),
            metadataReferences: KnownReferences));
        foreach (var (name, text) in snippet.Files)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: Folder + name);
        if (!isOld && snippet.ImplicitUsings)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), "Usings.g.cs", GlobalUsings, filePath: $"/obj/{what}/Usings.g.cs");
        var config = SourceText.From("root = true\n[*.cs]\n" + string.Join("\n", snippet.Config));
        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id), ".editorconfig", config, filePath: $"{Folder}.editorconfig");
        return id;
    }

    private static async Task<bool> HasErrorsAsync(Project project) =>
        (await project.GetCompilationAsync())!.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>A project that shares the files of the main one.</summary>
    internal sealed record Other(ProjectId Id, string What);
}
