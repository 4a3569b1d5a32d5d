using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>Mends SMTP1001, SMTP1002 and SMTP1003: codes are moved, taken out or replaced, ranges become class tests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplyHandlingCodeFixProvider))]
public sealed class ReplyHandlingCodeFixProvider : CodeFixProvider
{
    /// <summary>The key of the best repair of each finding, whatever it does; the others go by what they do.</summary>
    private const string Best = "SmtpAnalyzers.Best";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.TransientReplyGivenUp, DiagnosticIds.PermanentReplyRetried, DiagnosticIds.PositiveReplyFails);

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
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

    // One after the other, each on the result of those before: what Fix All gives is what fixing one by one gives.
    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
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
            var chosen = context.CodeActionEquivalenceKey == Best
                ? repairs.FirstOrDefault()
                : repairs.FirstOrDefault(repair => $"SmtpAnalyzers.{repair.Kind}" == context.CodeActionEquivalenceKey);
            if (chosen is not null)
                document = document.WithSyntaxRoot(chosen.Root);
        }

        return await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } result
            ? document.WithSyntaxRoot(Repair.Reread(result))
            : document;
    }

    private static async Task<IReadOnlyList<Repair>> PlanAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        await RepairContext.CreateAsync(document, node, diagnostic.Id, diagnostic.Properties, cancellation).ConfigureAwait(false) is { } context
            ? await RepairPlanner.PlanAsync(document, context, cancellation).ConfigureAwait(false)
            : [];

    private static SyntaxNode? NodeAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) && root.FindNode(span, getInnermostNodeForTie: true) is { } node && node.Span == span ? node : null;
}
