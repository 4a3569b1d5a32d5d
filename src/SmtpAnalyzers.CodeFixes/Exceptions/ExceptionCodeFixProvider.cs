using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Mends the findings of the rules on exceptions (SMTP3xxx): the proposal of the rule's own fix that the compiler and all rules accept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionCodeFixProvider))]
public sealed class ExceptionCodeFixProvider : RepairProvider
{
    private static readonly ImmutableArray<ExceptionFix> Fixes = ImmutableArray.Create<ExceptionFix>(
        new NeverThrownFix(), new StepAsVerdictFix(), new SendTextAsVerdictFix(), new CodeFromTextFix(), new OneFormOfRefusalFix(),
        new WrongCredentialsFix(), new FailedVerifyFix(), new DroppedReplyFix(), new BracketedAddressFix(), new WrappingLosesCodeFix());

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(Fixes, static fix => fix.Id);

    private protected override async Task<IReadOnlyList<Repair>> PlanAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || Fixes.FirstOrDefault(fix => fix.Id == diagnostic.Id) is not { } fix
            || MailSymbols.Of(model.Compilation) is not { } mail)
        {
            return [];
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var options = OptionReader.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree));
        var context = new FixContext(root, node, diagnostic.Properties, model, mail, options, cancellation);
        var before = new Complaints(model, options, cancellation);
        foreach (var proposal in fix.Plan(context))
        {
            if (await HoldsAsync(document, root, proposal, before, options, cancellation).ConfigureAwait(false))
                return [new Repair(RepairKind.RightUse, proposal.Title, proposal.Root)];
        }

        return [];
    }

    // The file compiles as before, a finding is gone and none has come, and no comment is lost.
    private static async Task<bool> HoldsAsync(Document document, SyntaxNode root, Proposal proposal, Complaints before, MailOptions options, CancellationToken cancellation)
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
