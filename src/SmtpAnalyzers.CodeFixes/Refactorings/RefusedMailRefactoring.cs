using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>Offers handlers by reply class on a send that has none, without a finding. Verified like a fix before it is offered.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RefusedMailRefactoring))]
public sealed class RefusedMailRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        // The caret is most often somewhere else: a look at the names comes before any symbol.
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || SendStatement.At(root, context.Span) is not { } found
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || !SendStatement.MayBeOfClient(model, found, cancellation))
        {
            return;
        }

        // Written for the oldest language version that sees the send, and verified in all.
        var files = await LinkedFile.AllAsync(context.Document, cancellation).ConfigureAwait(false);
        var (file, call) = files.Select(file => (File: file, Call: SendStatement.At(file.Root, context.Span)))
            .FirstOrDefault(static one => one.Call is not null);
        if (call is null)
            return;
        var verifier = new FixVerifier(files, cancellation);
        foreach (var candidate in new RefusedMailHandlers(new EditContext(file, call, cancellation)).Candidates())
        {
            var changes = FixVerifier.Changes(candidate, file.Root);
            if (!verifier.Allows(candidate, changes))
                continue;
            context.RegisterRefactoring(CodeAction.Create(
                candidate.Title, token => ApplyAsync(context.Document, changes, token), SmtpCodeFixProvider.KeyPrefix + candidate.Kind));
            return;
        }
    }

    private static async Task<Document> ApplyAsync(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
