using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Tries proposals on the file: what the compiler and all rules accept is offered, and nothing else.</summary>
internal static class Trial
{
    /// <summary>The first proposal of <paramref name="fix"/> that holds; none where none does.</summary>
    public static async Task<IReadOnlyList<Repair>> PlanAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, RuleFix? fix, RepairKind kind, CancellationToken cancellation)
    {
        if (fix is null || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || MailSymbols.Of(model.Compilation) is not { } mail)
            return [];
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var options = OptionReader.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree));
        var context = new FixContext(root, node, diagnostic.Properties, model, mail, options, cancellation);
        var before = new Complaints(model, options, cancellation);
        foreach (var proposal in fix.Plan(context))
        {
            if (await HoldsAsync(document, root, proposal, before, options, cancellation).ConfigureAwait(false))
                return [new Repair(kind, proposal.Title, proposal.Root)];
        }

        return [];
    }

    // The file compiles as before, a finding is gone and none has come, and no comment is lost.
    private static async Task<bool> HoldsAsync(
        Document document, SyntaxNode root, Proposal proposal, Complaints before, MailOptions options, CancellationToken cancellation)
    {
        if (Comments(proposal.Root) < Comments(root))
            return false;
        var mended = document.WithSyntaxRoot(Repair.Reread(proposal.Root));
        return await mended.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            && new Complaints(model, options, cancellation) is var after
            && after.OfCompiler <= before.OfCompiler
            && after.Findings < before.Findings;
    }

    private static int Comments(SyntaxNode root) => root.DescendantTrivia().Count(TriviaExtensions.IsText);

    private sealed class Complaints(SemanticModel model, MailOptions options, CancellationToken cancellation)
    {
        public int OfCompiler { get; } =
            model.GetDiagnostics(null, cancellation).Count(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

        public int Findings { get; } =
            MailSymbols.Of(model.Compilation) is { } mail ? SmtpAnalyzer.Findings(new MailFile(model, mail, options, cancellation)).Count() : 0;
    }
}
