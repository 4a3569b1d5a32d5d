using System.Collections.Immutable;
using System.Reflection;
using MailKit.Net.Smtp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A program that decides by reply code: analyzed, mended by Fix All, compiled against the real MailKit, and run.</summary>
internal sealed class FixedProgram
{
    // Rules that are off by default are on here.
    private static readonly IEnumerable<KeyValuePair<string, ReportDiagnostic>> OffByDefault =
        Shipped.Descriptors.Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn));

    private readonly Document _document;

    private FixedProgram(Document document) => _document = document;

    /// <param name="members">Members of a static class with <c>static Verdict Run(SmtpStatusCode code)</c> among them.</param>
    public static FixedProgram Parse(string members, LanguageVersion version) => ParseFile(Source(members), version);

    /// <summary>The file that <paramref name="members"/> make with what they need.</summary>
    public static string Source(string members) =>
        $$"""
        using System.Collections.Generic;
        using MailKit.Net.Smtp;

        public enum Verdict { Delivered, Retry, GiveUp, Other, Undecided }

        public static class Program
        {
        {{members}}
        }
        """;

    /// <summary>A whole file, with nullable reference types where its version of C# has them.</summary>
    /// <param name="config">The text of an .editorconfig or of a global config that holds for it.</param>
    public static FixedProgram ParseFile(string source, LanguageVersion version, string config = "")
    {
        var workspace = new AdhocWorkspace();
        var nullable = version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable,
                specificDiagnosticOptions: OffByDefault),
            parseOptions: new CSharpParseOptions(version),
            metadataReferences: References.OfThisProcess));
        project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From(config), filePath: "/.editorconfig").Project;
        return new FixedProgram(project.AddDocument("Program.cs", source, filePath: "/Program.cs"));
    }

    public async Task<ImmutableArray<Diagnostic>> CompilerDiagnosticsAsync() => (await CompileAsync()).GetDiagnostics();

    /// <summary>What the shipped analyzers report, or what they would if the source did not suppress it.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(bool suppressed = false)
    {
        var options = new CompilationWithAnalyzersOptions(
            _document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var findings = await (await CompileAsync()).WithAnalyzers(Shipped.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Where(finding => finding.IsSuppressed == suppressed).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The program after the best repair of every finding, applied by Fix All rule by rule.</summary>
    public async Task<FixedProgram> FixAllAsync()
    {
        var program = this;
        foreach (var (fixer, id) in Shipped.CodeFixes.SelectMany(fixer => fixer.FixableDiagnosticIds, (fixer, id) => (fixer, id)))
        {
            var findings = (await program.FindingsAsync()).Where(finding => finding.Id == id).ToImmutableArray();
            var actions = await program.ActionsAsync(fixer, findings);
            if (actions.Count == 0)
                continue;
            // No title was picked, so each finding gets its best fix: as with dotnet format.
            var context = new FixAllContext(program._document, fixer, FixAllScope.Document, null!, [id], new Findings(findings), default);
            var all = await fixer.GetFixAllProvider()!.GetFixAsync(context) ?? throw new InvalidOperationException("No Fix All.");
            var applied = (await all.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
            program = new FixedProgram(applied.ChangedSolution.GetDocument(program._document.Id)!);
        }

        return program;
    }

    /// <summary>Whether a fix is offered for <paramref name="finding"/>.</summary>
    public async Task<bool> HasFixAsync(Diagnostic finding)
    {
        var actions =
            await Task.WhenAll(Shipped.CodeFixes.Where(fixer => fixer.FixableDiagnosticIds.Contains(finding.Id))
                .Select(fixer => ActionsAsync(fixer, [finding])));
        return actions.Any(static some => some.Count > 0);
    }

    /// <summary>The titles of the fixes that are offered for the first finding, in order.</summary>
    public async Task<IEnumerable<string>> OfferedAsync()
    {
        var first = (await FindingsAsync())[0];
        var actions =
            await Task.WhenAll(Shipped.CodeFixes.Where(fixer => fixer.FixableDiagnosticIds.Contains(first.Id))
                .Select(fixer => ActionsAsync(fixer, [first])));
        return actions.SelectMany(some => some).Select(action => action.Title);
    }

    /// <summary>The program after the refactoring that is offered at <paramref name="caret"/>; null where none is.</summary>
    public async Task<FixedProgram?> RefactorAsync(int caret)
    {
        var actions = new List<CodeAction>();
        foreach (var refactoring in Shipped.Refactorings)
            await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(_document, new TextSpan(caret, 0), actions.Add, default));
        if (actions.Count == 0)
            return null;
        var applied = (await Assert.Single(actions).GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return new FixedProgram(applied.ChangedSolution.GetDocument(_document.Id)!);
    }

    /// <summary>What the program decides for every reply code from 200 to 599.</summary>
    public async Task<IReadOnlyDictionary<int, string>> RunAsync()
    {
        using var stream = new MemoryStream();
        var emitted = (await CompileAsync()).Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics) + "\n" + await TextAsync());
        var run = Assembly.Load(stream.ToArray()).GetType("Program")!.GetMethod("Run")!;
        return Enumerable.Range(200, 400).ToDictionary(code => code, code => run.Invoke(null, [(SmtpStatusCode)code])!.ToString()!);
    }

    public async Task<string> TextAsync() => (await _document.GetTextAsync()).ToString();

    private async Task<Compilation> CompileAsync() =>
        await _document.Project.GetCompilationAsync() ?? throw new InvalidOperationException("No compilation.");

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider fixer, IEnumerable<Diagnostic> findings)
    {
        var actions = new List<CodeAction>();
        foreach (var finding in findings)
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(_document, finding, (action, _) => actions.Add(action), default));
        return actions;
    }

    private sealed class Findings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
