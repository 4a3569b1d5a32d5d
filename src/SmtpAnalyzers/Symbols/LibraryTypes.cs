using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Symbols;

/// <summary>
/// Finds types by their metadata names in every assembly that a compilation sees. Hundreds of assemblies are referenced and hardly one has
/// the namespace, so only those are asked: a look-up in all of them for each name costs more than the analysis of a file.
/// </summary>
internal sealed class LibraryTypes
{
    private static readonly string[] Libraries = ["MailKit", "Mail", "Authentication", "SmtpServer"];

    private readonly IAssemblySymbol? _core;
    private readonly ImmutableArray<IAssemblySymbol> _assemblies;

    public LibraryTypes(Compilation compilation)
    {
        _core = compilation.ObjectType.ContainingAssembly;
        _assemblies = compilation.SourceModule.ReferencedAssemblySymbols.Insert(0, compilation.Assembly)
            .Where(static assembly => HasLibrary(assembly.NamespaceNames))
            .ToImmutableArray();
    }

    private static bool HasLibrary(ICollection<string> namespaces)
    {
        foreach (var name in Libraries)
        {
            if (namespaces.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The types of <paramref name="names"/>, of MailKit, of System.Net.Mail, of SmtpServer or of the framework's core: none where a
    /// library is missing, several where it is there twice.
    /// </summary>
    public ImmutableHashSet<ISymbol> Of(params string[] names)
    {
        var types = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var name in names)
        {
            if (_core?.GetTypeByMetadataName(name) is { } core)
                types.Add(core);
            foreach (var assembly in _assemblies)
            {
                if (assembly.GetTypeByMetadataName(name) is { } type)
                    types.Add(type);
            }
        }

        return types.ToImmutable();
    }

    /// <summary>Whether <paramref name="type"/> is one of <paramref name="bases"/>, derives from it or implements it.</summary>
    public static bool InheritsAny(ITypeSymbol? type, ImmutableHashSet<ISymbol> bases)
    {
        if (type is null || bases.IsEmpty)
            return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (bases.Contains(current.OriginalDefinition))
                return true;
        }

        // A delegate for it would be made at every call, and this is asked about every call of a body.
        foreach (var implemented in type.AllInterfaces)
        {
            if (bases.Contains(implemented))
                return true;
        }

        return false;
    }
}
