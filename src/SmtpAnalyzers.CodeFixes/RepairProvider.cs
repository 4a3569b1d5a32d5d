using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Offers the repairs that a derived class plans for a finding, the best first, and mends everything one after the other, each on the result of
/// those before: what Fix All gives is what fixing one by one gives.
/// </summary>
public abstract class RepairProvider : CodeFixProvider
{
    /// <summary>The key of the best repair of each finding, whatever it does; the others go by what they do.</summary>
    private const string Best = "SmtpAnalyzers.Best";

    private protected RepairProvider()
    {
    }

    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
            if (root is null || NodeAt(root, diagnostic.Location.SourceSpan) is not { } node)
                continue;
            var repairs = await PlanAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false);
            for (var i = 0; i < repairs.Count; i++)
            {
                var repair = repairs[i];
                var key = i == 0 ? Best : $"SmtpAnalyzers.{repair.Kind}";
                var action = CodeAction.Create(repair.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Repair.Reread(repair.Root))), key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The repairs of the finding <paramref name="diagnostic"/>, which stands at <paramref name="node"/>; best first, none where none is right.</summary>
    private protected abstract Task<IReadOnlyList<Repair>> PlanAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation);

    private async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return document;
        var marks = new List<(Diagnostic Diagnostic, SyntaxAnnotation Mark)>();
        var marked = root;
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var mark = new SyntaxAnnotation();
            if (NodeAt(marked, diagnostic.Location.SourceSpan) is not { } node)
                continue;
            marked = marked.ReplaceNode(node, node.WithAdditionalAnnotations(mark));
            marks.Add((diagnostic, mark));
        }

        document = document.WithSyntaxRoot(marked);
        foreach (var (diagnostic, mark) in marks)
        {
            var current = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is not { } node)
                continue;
            var repairs = await PlanAsync(document, node, diagnostic, context.CancellationToken).ConfigureAwait(false);
            // dotnet format asks for the key of the file's first finding, of any rule, and goes on without a key where that has no repair.
            var chosen = context.CodeActionEquivalenceKey is null or Best
                ? repairs.FirstOrDefault()
                : repairs.FirstOrDefault(repair => $"SmtpAnalyzers.{repair.Kind}" == context.CodeActionEquivalenceKey);
            if (chosen is not null)
                document = document.WithSyntaxRoot(chosen.Root);
        }

        return await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } result
            ? document.WithSyntaxRoot(Repair.Reread(result))
            : document;
    }

    // A finding stands on a node, or on the one token that names its node: a method's name, the keyword of a catch-all.
    private static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) && root.FindNode(span, getInnermostNodeForTie: true) is { } node
            && (node.Span == span || root.FindToken(span.Start).Span == span)
            ? node
            : null;
}
