using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>One finding in one version of a file: all that a fix may ask.</summary>
internal class FixContext
{
    private readonly LinkedFile _file;
    private readonly Func<FixKind, bool> _isWanted;
    private HashSet<string>? _takenNames;

    /// <param name="file">The file as the project with the oldest language version compiles it: what
    /// is written for that one compiles in all.</param>
    /// <param name="node">The syntax that the finding stands on.</param>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="isWanted">Whether a fix of some kind is still looked for.</param>
    /// <param name="cancellation">Stops the planning.</param>
    public FixContext(LinkedFile file, SyntaxNode node, Diagnostic diagnostic, Func<FixKind, bool> isWanted, CancellationToken cancellation)
    {
        (_file, Node, Diagnostic, _isWanted, Cancellation) = (file, node, diagnostic, isWanted, cancellation);
        Writer = new CodeWriter(file, node);
        var locations = diagnostic.AdditionalLocations.Where(location => location.SourceTree?.FilePath == file.Root.SyntaxTree.FilePath)
            .Select(static location => location.SourceSpan).Where(span => file.Root.FullSpan.Contains(span));
        Reading = file.Read(FixScope.Of(file.Root, locations.Prepend(node.Span), cancellation), declares: false, cancellation);
        File = Reading.File;
    }

    protected FixContext(FixContext other) =>
        (_file, Node, Diagnostic, _isWanted, Cancellation, Writer, Reading, File) =
        (other._file, other.Node, other.Diagnostic, other._isWanted, other.Cancellation, other.Writer, other.Reading, other.File);

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

    /// <summary>Whether a fix of <paramref name="kind"/> is still looked for: one that holds has been found of the others.</summary>
    public bool IsWanted(FixKind kind) => _isWanted(kind);

    /// <summary>The identifiers in the member of the finding: a name that is inserted is none of them.</summary>
    public HashSet<string> TakenNames => _takenNames ??= new HashSet<string>(
        MemberOrFile.DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText),
        StringComparer.Ordinal);

    private SyntaxNode MemberOrFile => Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        and not (BaseTypeDeclarationSyntax or GlobalStatementSyntax) ? member : Root;

    /// <summary>
    /// The shortest name of <paramref name="type"/> at <paramref name="position"/>. For its own answer the compiler goes through all types
    /// of all namespaces in use there, so it is asked only where the bare name means something else, or the file has aliases.
    /// </summary>
    public string NameOf(ITypeSymbol type, int position) =>
        IsPlain(type) && !HasAliases && SymbolEqualityComparer.Default.Equals(type, Named(type.Name, position))
            ? type.Name
            : type.ToMinimalDisplayString(Model, position);

    private static bool IsPlain(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Arity: 0, ContainingType: null, SpecialType: SpecialType.None, NullableAnnotation: not NullableAnnotation.Annotated,
    };

    private ISymbol? Named(string name, int position) => Model.GetSpeculativeSymbolInfo(
        position, SyntaxFactory.IdentifierName(name), SpeculativeBindingOption.BindAsExpression).Symbol;

    private bool HasAliases => Root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .Any(static node => node is UsingDirectiveSyntax { Alias: not null });

    /// <summary>The value of a constant expression or pattern constant: the code it names.</summary>
    public int? ConstantOf(ExpressionSyntax expression) =>
        Model.GetConstantValue(expression) is { HasValue: true, Value: int code } ? code : null;
}

/// <summary>How the findings of some rules are fixed. Stateless: one instance serves every file.</summary>
internal abstract class RuleFix
{
    /// <summary>The rules.</summary>
    public abstract ImmutableArray<string> Ids { get; }

    /// <summary>
    /// Ways to fix the finding at <see cref="FixContext.Node"/>, best first. Of each kind the first that holds is offered.
    /// </summary>
    public abstract IEnumerable<FixCandidate> Plan(FixContext context);
}
