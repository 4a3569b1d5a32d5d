using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A file as one of the projects compiles that share it: each has its own language version, symbols and references.</summary>
internal sealed class LinkedFile
{
    private readonly List<FileReading> _readings = [];

    private LinkedFile(SemanticModel model, MailSymbols mail, MailOptions options, AnalyzerConfigOptions config) =>
        (Model, Mail, Options, Config, Root) = (model, mail, options, config, model.SyntaxTree.GetRoot());

    public SemanticModel Model { get; }

    public MailSymbols Mail { get; }

    public MailOptions Options { get; }

    /// <summary>What <c>.editorconfig</c> says of the file.</summary>
    public AnalyzerConfigOptions Config { get; }

    public SyntaxNode Root { get; }

    public LanguageVersion Version => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;

    /// <summary>
    /// <paramref name="document"/>, with its text, as every project compiles it that has this file and a mail library. The oldest language
    /// version comes first, and projects of the same version by name, so that the order does not depend on the one that is asked.
    /// </summary>
    public static async Task<ImmutableArray<LinkedFile>> AllAsync(Document document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var files = new List<(string Project, LinkedFile File)>();
        foreach (var id in document.GetLinkedDocumentIds().Insert(0, document.Id))
        {
            if (document.Project.Solution.GetDocument(id) is not { } linked)
                continue;
            // Between two rules dotnet format has changed the file in one project and not yet in the others.
            if (!(await linked.GetTextAsync(cancellation).ConfigureAwait(false)).ContentEquals(text))
                linked = linked.WithText(text);
            if (await OfAsync(linked, cancellation).ConfigureAwait(false) is { } file)
                files.Add((linked.Project.Name, file));
        }

        return files.OrderBy(static one => one.File.Version).ThenBy(static one => one.Project, StringComparer.Ordinal)
            .Select(static one => one.File).ToImmutableArray();
    }

    /// <summary>The same file with <paramref name="changes"/>; null where no mail library is left, which no fix of ours does.</summary>
    public LinkedFile? With(IReadOnlyCollection<TextChange> changes)
    {
        var tree = Root.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText().WithChanges(changes));
        var compilation = Model.Compilation.ReplaceSyntaxTree(tree, changed);
        return Mail.In(compilation) is { } mail ? new LinkedFile(compilation.GetSemanticModel(changed), mail, Options, Config) : null;
    }

    /// <summary>
    /// What the compiler and all rules say of <paramref name="scope"/>, members of this file or the whole. The same scope is read once, so
    /// that several candidates are compared with one reading of the file before them.
    /// </summary>
    public FileReading Read(IReadOnlyList<SyntaxNode> scope, bool declares, CancellationToken cancellation)
    {
        var reading = _readings.FirstOrDefault(known => known.Declares == declares && known.Scope.SequenceEqual(scope));
        if (reading is null)
            _readings.Add(reading = new FileReading(this, scope, declares, cancellation));
        return reading;
    }

    /// <summary>What the rules report in the members that have been read.</summary>
    public IEnumerable<Diagnostic> Findings => _readings.SelectMany(static reading => reading.Findings);

    private static async Task<LinkedFile?> OfAsync(Document document, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || MailSymbols.Of(model.Compilation) is not { } mail)
        {
            return null;
        }

        var config = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree);
        return new LinkedFile(model, mail, OptionReader.Of(config), config);
    }
}
