using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Every use of a variable, member or method in one file. Names are collected in one pass over the file; the semantic model is asked
/// only about those that are spelled like the symbol.
/// </summary>
internal sealed class ReferenceIndex(SemanticModel model, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, IReadOnlyList<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _kept = new(SymbolEqualityComparer.Default);
    private ILookup<string, SimpleNameSyntax>? _names;

    /// <summary>
    /// The operations that refer to <paramref name="symbol"/>, in source order: reads, writes, calls
    /// and method groups alike. Its declaration is none.
    /// </summary>
    public IReadOnlyList<IOperation> To(ISymbol symbol)
    {
        if (!_references.TryGetValue(symbol, out var references))
            _references[symbol] = references = Find(symbol);
        return references;
    }

    /// <summary>The same inside <paramref name="place"/>; no other part of the file is looked at.</summary>
    public IEnumerable<IOperation> In(SyntaxNode place, ISymbol symbol) => Found(
        symbol, place.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name));

    /// <summary>
    /// Whether <paramref name="member"/>, which other projects cannot see, is named in no other file of this one. All of them are searched.
    /// </summary>
    public bool IsKeptIn(ISymbol member)
    {
        if (!_kept.TryGetValue(member, out var isKept))
            _kept[member] = isKept = !IsVisibleOutside(member) && !IsNamedElsewhere(member.Name);
        return isKept;
    }

    private bool IsVisibleOutside(ISymbol member)
    {
        if (model.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
            return false;
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    private bool IsNamedElsewhere(string name) => model.Compilation.SyntaxTrees.Any(tree => tree != model.SyntaxTree
        && SmtpTextFilter.Has(tree, name, cancellation));

    private List<IOperation> Find(ISymbol symbol) => Found(symbol, InScope(symbol, Named(symbol))).ToList();

    private IEnumerable<SimpleNameSyntax> Named(ISymbol symbol)
    {
        // The names of a library's members mostly are not there at all.
        if (_names is null && !SmtpTextFilter.Has(model.SyntaxTree, symbol.Name, cancellation))
            return [];
        _names ??= model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>()
            .ToLookup(static name => name.Identifier.ValueText);
        return _names[symbol.Name];
    }

    private IEnumerable<IOperation> Found(ISymbol symbol, IEnumerable<SimpleNameSyntax> names)
    {
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTo(symbol, name) && model.GetOperation(Whole(name), cancellation) is { } operation)
                yield return operation;
        }
    }

    // A local or a parameter is named in its function only: its namesakes in other functions need not be bound to tell.
    private IEnumerable<SimpleNameSyntax> InScope(ISymbol symbol, IEnumerable<SimpleNameSyntax> names)
    {
        if (symbol is not (ILocalSymbol or IParameterSymbol))
            return names;
        var functions = symbol.ContainingSymbol.DeclaringSyntaxReferences
            .Where(declaration => declaration.SyntaxTree == model.SyntaxTree).Select(static declaration => declaration.Span).ToList();
        return functions.Count == 0 ? names : names.Where(name => functions.Any(function => function.Contains(name.Span)));
    }

    private bool IsTo(ISymbol symbol, SimpleNameSyntax name) => model.GetSymbolInfo(name, cancellation).Symbol is { } found
        && SymbolEqualityComparer.Default.Equals(
            ((found as IMethodSymbol)?.ReducedFrom ?? found).OriginalDefinition, symbol.OriginalDefinition);

    // In a.b the operation of b is that of the whole; a call is the reference to its method.
    private static SyntaxNode Whole(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole && !IsNameOf(call) ? call : whole;
    }

    private static bool IsNameOf(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax { Identifier.RawKind: (int)SyntaxKind.IdentifierToken, Identifier.ValueText: "nameof" };
}
