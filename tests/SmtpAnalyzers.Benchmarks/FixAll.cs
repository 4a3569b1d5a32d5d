using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RoslynProject = Microsoft.CodeAnalysis.Project;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>Fix All in one document: how many findings there were, how many are left, and what it cost.</summary>
internal sealed record FixAll(int Findings, int Left, Cost Cost)
{
    /// <summary>Fixes rule by rule, each with the first fix offered for its first finding, as <c>dotnet format</c> does.</summary>
    public static async Task<FixAll> MeasureAsync(WrongCode code, int members)
    {
        var project = await Editor.OpenAsync(OutputKind.DynamicallyLinkedLibrary, ("Mailer.cs", code.File(members)));
        var document = project.Documents.First(static document => document.Name == "Mailer.cs");
        var before = await Editor.AnalyzeAsync(project);
        var cost = new Cost();
        foreach (var id in before.Select(static finding => finding.Id).Distinct())
        {
            (document, var more) = await ApplyAsync(document, id);
            cost = new Cost(cost.Allocated + more.Allocated, cost.Processor + more.Processor);
        }

        return new FixAll(before.Count, (await Editor.AnalyzeAsync(document.Project)).Count, cost);
    }

    private static async Task<(Document Document, Cost Cost)> ApplyAsync(Document document, string id)
    {
        var findings = (await Editor.AnalyzeAsync(document.Project)).Where(finding => finding.Id == id).ToList();
        var fix = Editor.FixesOf(id).FirstOrDefault();
        if (fix?.GetFixAllProvider() is not { } provider || findings is not [var first, ..]
            || await Editor.OpenLightBulbAsync(document, first) is not [{ EquivalenceKey: var key }, ..])
        {
            return (document, default);
        }

        var context = new FixAllContext(document, fix, FixAllScope.Document, key, [id], new Known(findings), CancellationToken.None);
        var solution = document.Project.Solution;
        var cost = await Cost.OfAsync(async () =>
        {
            if (await provider.GetFixAsync(context) is not { } action)
                return;
            foreach (var change in (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>())
                solution = change.ChangedSolution;
        });
        return (solution.GetDocument(document.Id) ?? document, cost);
    }

    // An editor knows the findings already: their analysis is not what is measured.
    private sealed class Known(IEnumerable<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(RoslynProject project, CancellationToken cancellation) =>
            Task.FromResult(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) =>
            Task.FromResult(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(RoslynProject project, CancellationToken cancellation) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
