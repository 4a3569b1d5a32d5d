using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>What the light bulb offers, and what Fix All does, by the public surface alone.</summary>
internal static class OfferedFixes
{
    /// <summary>The fixes that are offered for a finding, in order.</summary>
    public static async Task<List<(CodeFixProvider Provider, CodeAction Action)>> OfAsync(Solution solution, Diagnostic finding)
    {
        var offered = new List<(CodeFixProvider, CodeAction)>();
        var document = solution.GetDocument(finding.Location.SourceTree)!;
        foreach (var provider in Shipped.CodeFixes.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
            await provider.RegisterCodeFixesAsync(new(document, finding, (action, _) => offered.AddRange(Flat(action).Select(one => (provider, one))), default));
        return offered;
    }

    /// <summary>Fix All in a project, for every finding of the rule and the kind of repair of <paramref name="action"/>; null where it has nothing to do.</summary>
    public static async Task<CodeAction?> AllAsync(
        Solution solution, Diagnostic finding, IEnumerable<Diagnostic> same, CodeFixProvider provider, CodeAction action)
    {
        Assert.NotNull(action.EquivalenceKey);
        var context = new FixAllContext(
            solution.GetDocument(finding.Location.SourceTree)!, provider, FixAllScope.Project, action.EquivalenceKey, [finding.Id],
            new Findings([.. same]), default);
        var all = provider.GetFixAllProvider();
        Assert.True(all is not null, $"No Fix All for {finding.Id}");
        return await all.GetFixAsync(context);
    }

    private static IEnumerable<CodeAction> Flat(CodeAction action) => action.NestedActions.IsDefaultOrEmpty ? [action] : action.NestedActions.SelectMany(Flat);

    private sealed class Findings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => project.GetDocument(finding.Location.SourceTree) is not null));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            await document.GetSyntaxTreeAsync(cancellationToken) is var tree ? findings.Where(finding => finding.Location.SourceTree == tree) : [];

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
