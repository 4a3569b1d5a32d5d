using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>One finding in one version of a file: all that a fix may ask.</summary>
internal class FixContext : EditContext
{
    private readonly Func<FixKind, bool> _isWanted;

    /// <param name="file">The file as the project with the oldest language version compiles it: what
    /// is written for that one compiles in all.</param>
    /// <param name="node">The syntax that the finding stands on.</param>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="isWanted">Whether a fix of some kind is still looked for.</param>
    /// <param name="cancellation">Stops the planning.</param>
    public FixContext(LinkedFile file, SyntaxNode node, Diagnostic diagnostic, Func<FixKind, bool> isWanted, CancellationToken cancellation)
        : base(file, node, cancellation)
    {
        (Diagnostic, _isWanted) = (diagnostic, isWanted);
        var locations = diagnostic.AdditionalLocations.Where(location => location.SourceTree?.FilePath == file.Root.SyntaxTree.FilePath)
            .Select(static location => location.SourceSpan).Where(span => file.Root.FullSpan.Contains(span));
        Reading = file.Read(FixScope.Of(file.Root, locations.Prepend(node.Span), cancellation), declares: false, cancellation);
        File = Reading.File;
    }

    protected FixContext(FixContext other)
        : base(other.Linked, other.Node, other.Cancellation, other.Writer) =>
        (Diagnostic, _isWanted, Reading, File) = (other.Diagnostic, other._isWanted, other.Reading, other.File);

    public Diagnostic Diagnostic { get; }

    public string Id => Diagnostic.Id;

    /// <summary>Facts that the rule passes to its fix.</summary>
    public ImmutableDictionary<string, string?> Properties => Diagnostic.Properties;

    /// <summary>The part of the file that the finding is about, as the rules see it.</summary>
    public MailFile File { get; }

    /// <summary>What is reported there before the fix.</summary>
    public FileReading Reading { get; }

    /// <summary>Whether a fix of <paramref name="kind"/> is still looked for: one that holds has been found of the others.</summary>
    public bool IsWanted(FixKind kind) => _isWanted(kind);
}

/// <summary>How the findings of some rules are fixed. Stateless: one instance serves every file.</summary>
internal abstract class RuleFix
{
    /// <summary>The rules.</summary>
    public abstract ImmutableArray<string> Ids { get; }

    /// <summary>
    /// Ways to fix the finding at <see cref="EditContext.Node"/>, best first. Of each kind the first that holds is offered.
    /// </summary>
    public abstract IEnumerable<FixCandidate> Plan(FixContext context);
}
