using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>Offers handlers by reply class on a send that has none, without a finding. Verified like a fix before it is offered.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(RefusedMailRefactoring))]
public sealed class RefusedMailRefactoring : CodeRefactoringProvider
{
    private const string Title = "Handle refused mail by reply class";

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

        var files = await LinkedFile.AllAsync(context.Document, cancellation).ConfigureAwait(false);
        foreach (var file in files)
        {
            // Written for the oldest language version that sees the send; verified in all.
            if (SendStatement.At(file.Root, context.Span) is not { } call)
                continue;
            var candidates = new RefusedMailHandlers(new EditContext(file, call, cancellation)).Candidates();
            foreach (var candidate in candidates)
            {
                var changes = FixVerifier.Changes(candidate, file.Root);
                if (!new FixVerifier(files, cancellation).Allows(candidate, changes))
                    continue;
                context.RegisterRefactoring(CodeAction.Create(
                    Title, async token =>
                    {
                        var text = await context.Document.GetTextAsync(token).ConfigureAwait(false);
                        return context.Document.WithText(text.WithChanges(changes));
                    },
                    SmtpCodeFixProvider.KeyPrefix + candidate.Kind));
                return;
            }

            return;
        }
    }
}
