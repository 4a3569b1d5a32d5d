using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>What can be seen of a snippet at one time: what the compiler and the rules report, what it calls, says and answers.</summary>
internal sealed class State
{
    private State(LinkedProjects projects) => Projects = projects;

    public LinkedProjects Projects { get; }

    /// <summary>By project: the errors and warnings of the compiler.</summary>
    public Dictionary<ProjectId, List<string>> Compiler { get; } = [];

    /// <summary>By project: the findings, in the order of the text.</summary>
    public Dictionary<ProjectId, List<Diagnostic>> Findings { get; } = [];

    public List<string> Crashes { get; } = [];

    /// <summary>The calls with an effect.</summary>
    public List<EffectCall> Calls { get; } = [];

    /// <summary>Comments, directives, and code that is left out.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>What the methods answer that are given a reply code; null where it does not compile.</summary>
    public Answers? Answers { get; private set; }

    public static bool IsError(string message) => message.StartsWith("Error", StringComparison.Ordinal);

    /// <summary>Whether the projects may see different code in the same files.</summary>
    public bool IsConditional => Comments.Any(comment => comment.StartsWith("#if", StringComparison.Ordinal));

    public IEnumerable<Diagnostic> MainFindings => Findings[Projects.Main];

    public static async Task<State> OfAsync(LinkedProjects projects, Snippet snippet)
    {
        var state = new State(projects);
        await state.LookAsync(projects.Main, snippet);
        // One that differs by the version of C# alone has the same findings.
        foreach (var (other, _) in projects.Others)
        {
            if (state.IsConditional)
                state.Findings[other] = await FindAsync(projects.Solution.GetProject(other)!, state.Crashes);
            else
                state.Findings[other] = state.Findings[projects.Main];
            state.Compile(other, (await projects.Solution.GetProject(other)!.GetCompilationAsync())!.GetDiagnostics());
        }

        return state;
    }

    /// <summary>What the rules report in one project, in the order of the text.</summary>
    /// <param name="crashes">Gets what the analyzers throw.</param>
    public static async Task<List<Diagnostic>> FindAsync(Project project, List<string> crashes)
    {
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crashes.Add(exception.Message),
            concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await (await project.GetCompilationAsync())!.WithAnalyzers(Shipped.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return found
            .Where(finding => !finding.IsSuppressed && LinkedProjects.IsOfSnippet(finding.Location.SourceTree?.FilePath))
            .OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan)
            .ToList();
    }

    private async Task LookAsync(ProjectId main, Snippet snippet)
    {
        var project = Projects.Solution.GetProject(main)!;
        Findings[main] = await FindAsync(project, Crashes);
        var compilation = (await project.GetCompilationAsync())!;
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Compile(main, emitted.Diagnostics);
        Answers = emitted.Success ? Answers.Run(assembly.ToArray()) : null;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => LinkedProjects.IsOfSnippet(tree.FilePath)))
        {
            Calls.AddRange(EffectCalls.In(compilation.GetSemanticModel(tree), snippet));
            Comments.AddRange(
                from trivia in tree.GetRoot().DescendantTrivia(descendIntoTrivia: true)
                where trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || IsComment(trivia)
                select string.Join(" ", trivia.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    // CS1701 and CS1702 speak of the references. A needless using is hidden.
    private void Compile(ProjectId id, ImmutableArray<Diagnostic> diagnostics) => Compiler[id] = diagnostics
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS1701" or "CS1702"))
        .Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Id} {diagnostic.GetMessage()}")
        .ToList();

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
