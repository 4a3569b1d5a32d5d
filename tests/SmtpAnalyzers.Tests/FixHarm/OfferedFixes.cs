using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SmtpAnalyzers.Tests.FixHarm;

/// <summary>A fix, and who offers it.</summary>
internal sealed record Offer(CodeFixProvider Provider, CodeAction Action);

/// <summary>What the light bulb offers, and what Fix All does, by the public surface alone.</summary>
internal static class OfferedFixes
{
    /// <summary>The fixes that are offered for a finding, in order.</summary>
    public static async Task<IReadOnlyList<Offer>> OfAsync(Solution solution, Diagnostic finding)
    {
        var offered = new List<Offer>();
        var document = solution.GetDocument(finding.Location.SourceTree)!;
        foreach (var provider in Shipped.CodeFixes.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
            await provider.RegisterCodeFixesAsync(new(document, finding, (action, _) => offered.Add(new(provider, action)), default));
        return offered;
    }

    /// <summary>Fix All in a project; null where it has nothing to do.</summary>
    /// <param name="same">The findings of the same rule.</param>
    /// <param name="action">The fix that was chosen for one of them.</param>
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

    private sealed class Findings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => project.GetDocument(finding.Location.SourceTree) is not null));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => document.Project.GetDocument(finding.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
