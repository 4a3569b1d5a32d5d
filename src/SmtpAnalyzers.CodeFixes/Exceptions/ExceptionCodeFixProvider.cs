using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>Mends the findings of the rules on exceptions (SMTP3xxx): the proposal of the rule's own fix that the compiler and all rules accept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExceptionCodeFixProvider))]
public sealed class ExceptionCodeFixProvider : RepairProvider
{
    private static readonly ImmutableArray<RuleFix> Fixes = ImmutableArray.Create<RuleFix>(
        new NeverThrownFix(), new StepAsVerdictFix(), new SendTextAsVerdictFix(), new CodeFromTextFix(), new OneFormOfRefusalFix(),
        new WrongCredentialsFix(), new FailedVerifyFix(), new DroppedReplyFix(), new BracketedAddressFix(), new WrappingLosesCodeFix());

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(Fixes, static fix => fix.Id);

    private protected override Task<IReadOnlyList<Repair>> PlanAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        Trial.PlanAsync(document, node, diagnostic, Fixes.FirstOrDefault(fix => fix.Id == diagnostic.Id), RepairKind.RightUse, cancellation);
}
