using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Options;

/// <summary>The properties, fields, methods and types whose values a site says are reply codes, told by their documentation ids.</summary>
internal sealed class ReplyCodeMembers(ImmutableHashSet<string> ids)
{
    public static readonly ReplyCodeMembers None = new(ImmutableHashSet<string>.Empty);

    /// <summary>Their simple names: a file or body that uses none of them does not concern them.</summary>
    public ImmutableHashSet<string> Names { get; } = ids.Select(SimpleName).Where(static name => name.Length > 0).ToImmutableHashSet();

    /// <summary>Whether <paramref name="symbol"/> is one of them, or overrides one.</summary>
    public bool Contains(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null && Names.Contains(current.Name); current = Overridden(current))
        {
            var definition = ((current as IMethodSymbol)?.ReducedFrom ?? current).OriginalDefinition;
            if (definition.GetDocumentationCommentId() is { } id && ids.Contains(id))
                return true;
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };

    // M:Acme.Session`1.Read``1(System.String) is Read.
    private static string SimpleName(string id)
    {
        var name = id.Substring(0, id.IndexOf('(') is var parameters and >= 0 ? parameters : id.Length);
        name = name.Substring(name.LastIndexOfAny(['.', ':', '+']) + 1);
        return name.IndexOf('`') is var arity and >= 0 ? name.Substring(0, arity) : name;
    }
}
