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

/// <summary>The findings of one compilation's files. Each file is read once.</summary>
/// <remarks>
/// A build reports a file's findings when the compiler has compiled the file's last method: then it has bound all bodies of the file,
/// and need not bind them again for us. An editor asks about a part of one file, so each type reports the findings inside it.
/// </remarks>
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

    // Which types a file declares that concerns SMTP: methods of all others are left without a look at where they stand.
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);

    private bool _waits;

    /// <summary>Registers for what tells that a file can be read.</summary>
    public void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterSymbolAction(ReportType, SymbolKind.NamedType);
        // Each method costs a little, and few projects send mail. An editor's texts may have to be loaded, and it has no use for this.
        _waits = compilation.SyntaxTrees.Any(tree => tree.TryGetText(out _) && OfFile(tree, start.CancellationToken)?.LastMethod is not null);
        if (_waits)
            start.RegisterSymbolAction(ReportMethod, SymbolKind.Method);
    }

    private void ReportType(SymbolAnalysisContext context)
    {
        if (context.Symbol.ContainingType is not null)
            return;
        foreach (var part in context.Symbol.DeclaringSyntaxReferences)
        {
            // An editor asks about one file and shows what is found in that one only.
            var tree = part.SyntaxTree;
            if ((context.FilterTree is not null && context.FilterTree != tree) || OfFile(tree, context.CancellationToken) is not { } file)
                continue;
            if (!_waits || context.FilterTree is not null || file.LastMethod is null)
                Report(file.InType(part.Span, () => Read(tree, context)), context);
        }
    }

    private void ReportMethod(SymbolAnalysisContext context)
    {
        if (context.FilterTree is not null || context.Symbol.ContainingType is not { } type)
            return;
        if (!_types.TryGetValue(type, out var concerns))
            concerns = _types[type] = Concerns(type, context.CancellationToken);
        if (!concerns || context.Symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } method)
            return;
        var tree = method.SyntaxTree;
        if (OfFile(tree, context.CancellationToken) is { LastMethod: { } last } && last == method.Span)
            Report(Read(tree, context), context);
    }

    private bool Concerns(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(part => OfFile(part.SyntaxTree, cancellationToken) is not null);

    private void Report(IEnumerable<Diagnostic> findings, SymbolAnalysisContext context)
    {
        foreach (var finding in findings)
        {
            if (!razor || RazorCode.IsOfUser(finding.Location))
                context.ReportDiagnostic(finding);
        }
    }

    private FileFindings? OfFile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue(tree, out var file))
        {
            var concerns = RazorCode.Is(tree) == razor
                && SmtpTextFilter.Concerns(tree, options.ReplyCodeNames(tree), cancellationToken);
            file = _files.GetOrAdd(tree, concerns ? new FileFindings(LastMethods.Of(tree.GetRoot(cancellationToken))?.Span) : null);
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

    private sealed class FileFindings(TextSpan? lastMethod)
    {
        /// <summary>The method that is compiled last; null where the compiler doesn't say when it has compiled the file.</summary>
        public TextSpan? LastMethod => lastMethod;

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
