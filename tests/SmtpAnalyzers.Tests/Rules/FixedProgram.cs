using System.Collections.Immutable;
using System.Reflection;
using MailKit.Net.Smtp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpAnalyzers.CodeFixes;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.Tests.Rules;

/// <summary>A program that decides by reply code: analyzed, mended by Fix All, compiled against the real MailKit, and run.</summary>
internal sealed class FixedProgram
{
    private static readonly ImmutableArray<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private readonly Document _document;

    private FixedProgram(Document document) => _document = document;

    /// <param name="members">Members of a static class with <c>static Verdict Run(SmtpStatusCode code)</c> among them.</param>
    public static FixedProgram Parse(string members, LanguageVersion version)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(version),
            metadataReferences: References));
        return new FixedProgram(project.AddDocument("Program.cs", $$"""
            using System.Collections.Generic;
            using MailKit.Net.Smtp;

            public enum Verdict { Delivered, Retry, GiveUp, Other }

            public static class Program
            {
            {{members}}
            }
            """));
    }

    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = await _document.Project.GetCompilationAsync() ?? throw new InvalidOperationException("No compilation.");
        return await compilation.WithAnalyzers([new ReplyHandlingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>The program after the best repair of every finding, applied by Fix All rule by rule.</summary>
    public async Task<FixedProgram> FixAllAsync()
    {
        var fixer = new ReplyHandlingCodeFixProvider();
        var program = this;
        foreach (var id in fixer.FixableDiagnosticIds)
        {
            var findings = (await program.FindingsAsync()).Where(finding => finding.Id == id).ToImmutableArray();
            if (findings.IsEmpty)
                continue;
            var actions = await program.ActionsAsync(findings[0]);
            var context = new FixAllContext(
                program._document, fixer, FixAllScope.Document, actions[0].EquivalenceKey!, [id], new Findings(findings), default);
            var all = await fixer.GetFixAllProvider().GetFixAsync(context) ?? throw new InvalidOperationException("No Fix All.");
            var applied = (await all.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
            program = new FixedProgram(applied.ChangedSolution.GetDocument(program._document.Id)!);
        }

        return program;
    }

    /// <summary>The titles of the fixes that are offered for the first finding, in order.</summary>
    public async Task<IEnumerable<string>> OfferedAsync() => (await ActionsAsync((await FindingsAsync())[0])).Select(action => action.Title);

    /// <summary>What the program decides for every reply code from 200 to 599.</summary>
    public async Task<IReadOnlyDictionary<int, string>> RunAsync()
    {
        var compilation = await _document.Project.GetCompilationAsync() ?? throw new InvalidOperationException("No compilation.");
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics) + "\n" + await TextAsync());
        var run = Assembly.Load(stream.ToArray()).GetType("Program")!.GetMethod("Run")!;
        return Enumerable.Range(200, 400).ToDictionary(code => code, code => run.Invoke(null, [(SmtpStatusCode)code])!.ToString()!);
    }

    public async Task<string> TextAsync() => (await _document.GetTextAsync()).ToString();

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await new ReplyHandlingCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(_document, finding, (action, _) => actions.Add(action), default));
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
