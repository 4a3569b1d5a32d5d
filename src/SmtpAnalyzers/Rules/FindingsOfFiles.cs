using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>The findings of one compilation's files. A file is read once, and each of its types reports the findings inside it.</summary>
/// <param name="compilation">The files.</param>
/// <param name="options">The options of each.</param>
/// <param name="razor">Whether the files that come from Razor are meant, and what the user has written there, or all others.</param>
internal sealed class FindingsOfFiles(Compilation compilation, OptionsOfFiles options, bool razor)
{
    // Null where no mail library is referenced. To look them up costs more than all files of a project that does not concern SMTP.
    private readonly Lazy<MailSymbols?> _mail = new(() => MailSymbols.Of(compilation));

    // Null for a file that does not concern SMTP.
    private readonly ConcurrentDictionary<SyntaxTree, FileFindings?> _files = new();

    // Each remembers the names it has read: the same ones come in most files.
    private readonly ConcurrentDictionary<Vocabulary, Vocabulary> _vocabularies = new();

    /// <summary>Reports the findings inside the type of <paramref name="context"/>, in each file that declares a part of it.</summary>
    public void Report(SymbolAnalysisContext context)
    {
        if (context.Symbol.ContainingType is not null)
            return;
        foreach (var part in context.Symbol.DeclaringSyntaxReferences)
        {
            // An editor asks about one file and shows what is found in that one only.
            var tree = part.SyntaxTree;
            var wanted = (context.FilterTree is null || context.FilterTree == tree) && RazorCode.Is(tree) == razor;
            if (wanted && OfFile(tree, context) is { } file)
                Report(file, part, context);
        }
    }

    private void Report(FileFindings file, SyntaxReference part, SymbolAnalysisContext context)
    {
        foreach (var finding in file.InType(part.Span, () => Read(part.SyntaxTree, context)))
        {
            if (!razor || RazorCode.IsOfUser(finding.Location))
                context.ReportDiagnostic(finding);
        }
    }

    private FileFindings? OfFile(SyntaxTree tree, in SymbolAnalysisContext context)
    {
        if (!_files.TryGetValue(tree, out var file))
        {
            var concerns = SmtpTextFilter.Concerns(tree, options.ReplyCodeNames(tree), context.CancellationToken);
            file = _files.GetOrAdd(tree, concerns ? new FileFindings() : null);
        }

        return file;
    }

    private IEnumerable<Diagnostic> Read(SyntaxTree tree, SymbolAnalysisContext context)
    {
        if (_mail.Value is not { } mail)
            return [];
        // An option has no location in a source file.
        var optionsOfFile = options.Of(tree, unreadable => context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.UnreadableOption, Location.None, unreadable.Line, unreadable.Expected, unreadable.Otherwise)));
#pragma warning disable RS1030 // The compilation of an analyzer keeps one model of each file: this is the one that its other analyzers use.
        var model = context.Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        var vocabulary = _vocabularies.GetOrAdd(optionsOfFile.Vocabulary, static vocabulary => vocabulary.Remembering());
        return AllRules.Findings(new MailFile(model, mail, optionsOfFile with { Vocabulary = vocabulary }, context.CancellationToken));
    }

    private sealed class FileFindings
    {
        private ILookup<TextSpan, Diagnostic>? _byOutermostType;

        public IEnumerable<Diagnostic> InType(TextSpan type, Func<IEnumerable<Diagnostic>> read)
        {
            // The types of a file are analyzed side by side. The second one waits instead of reading the file again.
            lock (this)
                return (_byOutermostType ??= read().ToLookup(static finding => OutermostType(finding.Location)))[type];
        }

        // The type of top-level statements is declared by the whole file.
        private static TextSpan OutermostType(Location location) => location.SourceTree?.GetRoot() is { } root
            ? (root.FindNode(location.SourceSpan).AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? root).Span
            : default;
    }
}
