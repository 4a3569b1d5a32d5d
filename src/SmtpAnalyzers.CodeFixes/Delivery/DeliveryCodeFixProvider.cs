using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Mends the findings of the rules on retrying and delivery (SMTP2xxx), and on replies to the commands of clients written by hand: the proposal of the rule's own fix that the compiler and all rules accept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeliveryCodeFixProvider))]
public sealed class DeliveryCodeFixProvider : RepairProvider
{
    private static readonly ImmutableArray<RuleFix> Fixes = ImmutableArray.Create<RuleFix>(
        new RetryIgnoresReplyCodeFix(), new ClosedClientReusedFix(), new SentToEveryoneAgainFix(), new QuitFailsAcceptedMessageFix(), new RightAnswerFailsFix(), new ForwardedRecipientRefusedFix());

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(Fixes, static fix => fix.Id);

    private protected override Task<IReadOnlyList<Repair>> PlanAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        Trial.PlanAsync(document, node, diagnostic, Fixes.FirstOrDefault(fix => fix.Id == diagnostic.Id), RepairKind.RightUse, cancellation);
}
