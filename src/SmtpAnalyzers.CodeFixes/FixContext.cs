using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>One finding in one version of a file: all that a fix may ask.</summary>
internal class FixContext
{
    private readonly LinkedFile _file;

    /// <param name="file">The file as the project with the oldest language version compiles it: what is written for that one compiles in all.</param>
    /// <param name="node">The syntax that the finding stands on.</param>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="cancellation">Stops the planning.</param>
    public FixContext(LinkedFile file, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        (_file, Node, Diagnostic, Cancellation) = (file, node, diagnostic, cancellation);
        Writer = new CodeWriter(file, node);
        var locations = diagnostic.AdditionalLocations.Where(location => location.SourceTree?.FilePath == file.Root.SyntaxTree.FilePath)
            .Select(static location => location.SourceSpan).Where(span => file.Root.FullSpan.Contains(span));
        Reading = file.Read(FixScope.Of(file.Root, locations.Prepend(node.Span), cancellation), declares: false, cancellation);
        File = Reading.File;
    }

    protected FixContext(FixContext other) =>
        (_file, Node, Diagnostic, Cancellation, Writer, Reading, File) =
        (other._file, other.Node, other.Diagnostic, other.Cancellation, other.Writer, other.Reading, other.File);

    public SyntaxNode Root => _file.Root;

    /// <summary>The syntax that the finding stands on.</summary>
    public SyntaxNode Node { get; }

    public Diagnostic Diagnostic { get; }

    public string Id => Diagnostic.Id;

    /// <summary>Facts that the rule passes to its fix.</summary>
    public ImmutableDictionary<string, string?> Properties => Diagnostic.Properties;

    public SemanticModel Model => _file.Model;

    public MailSymbols Mail => _file.Mail;

    public ExceptionSymbols Symbols => Mail.Exceptions;

    public MailOptions Options => _file.Options;

    /// <summary>The part of the file that the finding is about, as the rules see it.</summary>
    public MailFile File { get; }

    /// <summary>What is reported there before the fix.</summary>
    public FileReading Reading { get; }

    public CodeWriter Writer { get; }

    public bool HasPatterns => Writer.HasPatterns;

    public CancellationToken Cancellation { get; }

    /// <summary>The value of a constant expression or pattern constant: the code it names.</summary>
    public int? ConstantOf(ExpressionSyntax expression) => Model.GetConstantValue(expression) is { HasValue: true, Value: int code } ? code : null;
}

/// <summary>How the findings of some rules are fixed. Stateless: one instance serves every file.</summary>
internal abstract class RuleFix
{
    /// <summary>The rules.</summary>
    public abstract ImmutableArray<string> Ids { get; }

    /// <summary>Ways to fix the finding at <see cref="FixContext.Node"/>, best first. Of each kind the first that holds is offered.</summary>
    public abstract IEnumerable<FixCandidate> Plan(FixContext context);
}
