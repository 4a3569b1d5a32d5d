using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Options;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>A place in one version of a file where code is written: what the writing may ask.</summary>
/// <param name="file">The file as the project with the oldest language version compiles it: what is written for that one compiles in all.
/// </param>
/// <param name="node">The syntax at the place.</param>
/// <param name="cancellation">Stops the planning.</param>
/// <param name="writer">Its writer, where there is one already.</param>
internal class EditContext(LinkedFile file, SyntaxNode node, CancellationToken cancellation, CodeWriter? writer = null)
{
    private HashSet<string>? _takenNames;

    public SyntaxNode Root => file.Root;

    /// <summary>The syntax at the place: for a fix, what the finding stands on.</summary>
    public SyntaxNode Node { get; } = node;

    public SemanticModel Model => file.Model;

    public MailSymbols Mail => file.Mail;

    public ExceptionSymbols Symbols => Mail.Exceptions;

    public MailOptions Options => file.Options;

    public CodeWriter Writer { get; } = writer ?? new CodeWriter(file, node);

    public bool HasPatterns => Writer.HasPatterns;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The file itself, for a context of the same place.</summary>
    protected LinkedFile Linked => file;

    /// <summary>The identifiers in the member around the place: a name that is inserted is none of them.</summary>
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
