using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Rules;

/// <summary>The findings of one compilation's files. A file is read once, and each of its types reports the findings inside it.</summary>
internal sealed class FindingsOfFiles(MailSymbols mail, OptionsOfFiles options)
{
    // Null for a file that does not concern SMTP.
    private readonly ConcurrentDictionary<SyntaxTree, FileFindings?> _files = new();

    /// <summary>Reports the findings inside the type of <paramref name="context"/>, in each file that declares a part of it.</summary>
    public void Report(SymbolAnalysisContext context)
    {
        if (context.Symbol.ContainingType is not null)
            return;
        foreach (var part in context.Symbol.DeclaringSyntaxReferences)
        {
            // An editor asks about one file and shows what is found in that one only.
            if ((context.FilterTree is null || context.FilterTree == part.SyntaxTree) && OfFile(part.SyntaxTree, context) is { } findings)
                Report(findings, part, context);
        }
    }

    private void Report(FileFindings findings, SyntaxReference part, SymbolAnalysisContext context)
    {
        foreach (var finding in findings.InType(part.Span, () => Read(part.SyntaxTree, context)))
            context.ReportDiagnostic(finding);
    }

    private FileFindings? OfFile(SyntaxTree tree, in SymbolAnalysisContext context)
    {
        if (!_files.TryGetValue(tree, out var findings))
        {
            findings = SmtpText.Concerns(tree, options.ReplyCodeNames(tree), context.CancellationToken) ? new FileFindings() : null;
            findings = _files.GetOrAdd(tree, findings);
        }

        return findings;
    }

    /// <summary>The findings in <paramref name="tree"/>, by the span of the outermost type around each.</summary>
    private ILookup<TextSpan, Diagnostic> Read(SyntaxTree tree, SymbolAnalysisContext context)
    {
        // An option has no location in a source file.
        var optionsOfFile = options.Of(tree, unreadable => context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.UnreadableOption, Location.None, unreadable.Line, unreadable.Expected, unreadable.Otherwise)));
#pragma warning disable RS1030 // The compilation of an analyzer keeps one model of each file: this is the one that its other analyzers use.
        var model = context.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        var file = new MailFile(model, mail, optionsOfFile, context.CancellationToken);
        return SmtpAnalyzer.Findings(file).ToLookup(finding => OutermostType(file.Root, finding.Location.SourceSpan));
    }

    // The type of top-level statements is declared by the whole file.
    private static TextSpan OutermostType(SyntaxNode root, TextSpan location) =>
        (root.FindNode(location).AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? root).Span;

    private sealed class FileFindings
    {
        private ILookup<TextSpan, Diagnostic>? _byType;

        public IEnumerable<Diagnostic> InType(TextSpan type, Func<ILookup<TextSpan, Diagnostic>> read)
        {
            // The types of a file are analyzed side by side. The second one waits instead of reading the file again.
            lock (this)
                return (_byType ??= read())[type];
        }
    }
}
