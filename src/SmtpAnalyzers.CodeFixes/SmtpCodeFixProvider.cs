using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpAnalyzers.CodeFixes.Delivery;
using SmtpAnalyzers.CodeFixes.Exceptions;
using SmtpAnalyzers.CodeFixes.Replies;
using SmtpAnalyzers.CodeFixes.Servers;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Fixes the findings of all rules. Each fix is verified before it is offered, and is a change of one file's text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SmtpCodeFixProvider))]
public sealed class SmtpCodeFixProvider : CodeFixProvider
{
    /// <summary>The equivalence key of a kind of fix is this and its name.</summary>
    internal const string KeyPrefix = "SmtpAnalyzers.";

    private static readonly ImmutableArray<RuleFix> Rules = ImmutableArray.Create<RuleFix>(
        new ReplyHandlingFix(),
        new RetryIgnoresReplyCodeFix(), new HastyRetryFix(), new ClosedClientReusedFix(), new SentToEveryoneAgainFix(),
        new UnboundedRetryFix(), new QuitFailsAcceptedMessageFix(), new RightAnswerFailsFix(), new ForwardedRecipientRefusedFix(),
        new NeverThrownFix(), new StepAsVerdictFix(), new SendTextAsVerdictFix(), new CodeFromTextFix(), new OneFormOfRefusalFix(),
        new WrongCredentialsFix(), new FailedVerifyFix(), new DroppedReplyFix(), new BracketedAddressFix(), new WrappingLosesCodeFix(),
        new ReportActionIgnoredFix(), new FaultAnsweredPermanentlyFix(), new ExceptionLeavesStoreFix());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        Rules.SelectMany(static rule => rule.Ids).Distinct().OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Made of a Razor file, which is where the change would have to go.
        if (context.Document is SourceGeneratedDocument)
            return;
        var files = await LinkedFile.AllAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixPlanner.Fixes(files, Rules, diagnostic, context.CancellationToken))
            {
                var action =
                    CodeAction.Create(fix.Title, cancellation => ApplyAsync(context.Document, fix, cancellation), KeyPrefix + fix.Kind);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    private static async Task<Document> ApplyAsync(Document document, VerifiedFix fix, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(fix.Changes));
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var files = await LinkedFile.AllAsync(document, context.CancellationToken).ConfigureAwait(false);
        var changed = new FixAllInFile(Rules, Kind(context), context.CancellationToken).Fix(files, diagnostics);
        return changed is null ? document : document.WithText(changed);
    }

    // dotnet format asks for the key of its first finding, of any rule, and nobody has picked that: each finding gets its best fix.
    private static string? Kind(FixAllContext context) =>
        context.CodeActionEquivalenceKey is { } key && context.Solution.Workspace.Kind != WorkspaceKind.MSBuild
            ? key.Substring(KeyPrefix.Length)
            : null;
}
