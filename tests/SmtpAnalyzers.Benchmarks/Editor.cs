using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RoslynProject = Microsoft.CodeAnalysis.Project;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>The part of an editor that analyzers and fixes see: a project is opened, someone types, the light bulb opens.</summary>
internal static class Editor
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours = [.. Analyzers.Ours()];

    private static readonly ImmutableArray<CodeFixProvider> Fixes = [.. Analyzers.Fixes()];

    private static readonly ImmutableArray<CodeRefactoringProvider> Refactorings = [.. Analyzers.Refactorings()];

    private static readonly ImmutableArray<MetadataReference> References =
        [.. Project.ReferencePaths.Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>A project of <paramref name="files"/>, which has to compile.</summary>
    public static async Task<RoslynProject> OpenAsync(OutputKind kind, params IEnumerable<(string Name, string Text)> files)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Edited", "Edited", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: References));
        foreach (var (name, text) in files.Append(("ImplicitUsings.cs", ImplicitUsings)))
            project = project.AddDocument(name, text, filePath: name).Project;
        var diagnostics = (await CompileAsync(project)).GetDiagnostics();
        return diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new InvalidOperationException(error.ToString())
            : project;
    }

    /// <summary>The next version of <paramref name="document"/>, compiled already. Nothing known about the last one holds for it.</summary>
    public static async Task<Document> TypeAsync(Document document)
    {
        var text = await document.GetTextAsync();
        var typed = document.WithText(text.Replace(text.Length, 0, $"\n// {Guid.NewGuid()}"));
        _ = (await CompileAsync(typed.Project)).GetDiagnostics();
        return typed;
    }

    /// <summary>Our findings in source, in the order of the files and their lines.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(RoslynProject project)
    {
        var compilation = (await CompileAsync(project)).WithAnalyzers(Ours, project.AnalyzerOptions);
        var findings = await compilation.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return findings.FirstOrDefault(static finding => finding.Id == "AD0001") is { } thrown
            ? throw new InvalidOperationException(thrown.ToString())
            : findings.Where(static finding => finding.Location.IsInSource)
                .OrderBy(static finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Location.SourceSpan)
                .ToList();
    }

    public static IEnumerable<CodeFixProvider> FixesOf(string id) => Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id));

    /// <summary>What the light bulb of <paramref name="finding"/> offers.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OpenLightBulbAsync(Document document, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        foreach (var fix in FixesOf(finding.Id))
            await fix.RegisterCodeFixesAsync(new(document, finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    /// <summary>What the light bulb at <paramref name="caret"/> offers without a finding.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OpenLightBulbAsync(Document document, int caret)
    {
        var offered = new List<CodeAction>();
        foreach (var refactoring in Refactorings)
            await refactoring.ComputeRefactoringsAsync(new(document, new TextSpan(caret, 0), offered.Add, CancellationToken.None));
        return offered;
    }

    private static async Task<Compilation> CompileAsync(RoslynProject project) =>
        await project.GetCompilationAsync() ?? throw new InvalidOperationException($"{project.Name} has no compilation.");
}
