using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Flow;

/// <summary>Follows a pattern from its input to what each part of it looks at.</summary>
internal static class PatternPlaces
{
    /// <summary>The place that <paramref name="local"/>, declared in <paramref name="pattern"/>, is another name for; null where it cannot be said.</summary>
    public static Place? Find(IPatternOperation pattern, Place input, ISymbol local) => pattern switch
    {
        IDeclarationPatternOperation declaration => Same(declaration.DeclaredSymbol, local) ? input : null,
        IRecursivePatternOperation recursive => Same(recursive.DeclaredSymbol, local)
            ? input
            : recursive.PropertySubpatterns
                .Select(sub => Member(sub, input) is { } member ? Find(sub.Pattern, member, local) : null)
                .FirstOrDefault(found => found is not null),
        IBinaryPatternOperation binary => Find(binary.LeftPattern, input, local) ?? Find(binary.RightPattern, input, local),
        INegatedPatternOperation negated => Find(negated.Pattern, input, local),
        _ => null,
    };

    /// <summary>The place that a property subpattern looks at.</summary>
    public static Place? Member(IPropertySubpatternOperation sub, Place input) => sub.Member switch
    {
        IPropertyReferenceOperation property => new Place.Member(input, property.Property.OriginalDefinition),
        IFieldReferenceOperation field => new Place.Member(input, field.Field.OriginalDefinition),
        _ => null,
    };

    /// <summary>Every member that <paramref name="pattern"/> looks at, at any depth.</summary>
    public static IEnumerable<Place> Members(IPatternOperation pattern, Place input)
    {
        switch (pattern)
        {
            case IBinaryPatternOperation binary:
                return Members(binary.LeftPattern, input).Concat(Members(binary.RightPattern, input));
            case INegatedPatternOperation negated:
                return Members(negated.Pattern, input);
            case IRecursivePatternOperation recursive:
                return recursive.PropertySubpatterns.SelectMany(sub =>
                    Member(sub, input) is { } member ? Members(sub.Pattern, member).Prepend(member) : []);
            default:
                return [];
        }
    }

    private static bool Same(ISymbol? declared, ISymbol local) => SymbolEqualityComparer.Default.Equals(declared, local);
}
