using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Mends SMTP1001 to SMTP1008: codes are moved, taken out or replaced, ranges become class tests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplyHandlingCodeFixProvider))]
public sealed class ReplyHandlingCodeFixProvider : RepairProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.TransientReplyGivenUp, DiagnosticIds.PermanentReplyRetried, DiagnosticIds.PositiveReplyFails,
        DiagnosticIds.NegativeReplySucceeds, DiagnosticIds.BoundCutsClass, DiagnosticIds.RetryListIncomplete,
        DiagnosticIds.TestNeverTrue, DiagnosticIds.UnlistedRepliesUnhandled);

    private protected override async Task<IReadOnlyList<Repair>> PlanAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        await RepairContext.CreateAsync(document, node, diagnostic.Id, diagnostic.Properties, cancellation).ConfigureAwait(false) is { } context
            ? await RepairPlanner.PlanAsync(document, context, cancellation).ConfigureAwait(false)
            : [];
}
