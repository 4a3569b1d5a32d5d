using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>Follows a pattern from its input to what each part of it looks at.</summary>
internal static class PatternPaths
{
    /// <summary>
    /// The place that <paramref name="local"/>, declared in <paramref name="pattern"/>, is another name for; null where it cannot be said.
    /// </summary>
    public static AccessPath? Find(IPatternOperation pattern, AccessPath input, ISymbol local) => Parts(pattern, input)
        .Where(part => part.Pattern switch
        {
            IDeclarationPatternOperation declaration => Same(declaration.DeclaredSymbol, local),
            IRecursivePatternOperation recursive => Same(recursive.DeclaredSymbol, local),
            _ => false,
        })
        .Select(static part => part.Place)
        .FirstOrDefault();

    /// <summary>
    /// The patterns for the parts of <paramref name="input"/>, each with the place it looks at; null where that cannot be said.
    /// </summary>
    public static IEnumerable<(IPatternOperation Pattern, AccessPath? Place)> Subpatterns(
        IRecursivePatternOperation pattern, AccessPath input)
    {
        foreach (var sub in pattern.PropertySubpatterns)
            yield return (sub.Pattern, Member(sub, input));
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
            yield return (pattern.DeconstructionSubpatterns[i], MemberAt(pattern, i) is { } member
                ? new AccessPath.Member(input, member.OriginalDefinition)
                : null);
    }

    // The member of a record or tuple at a position. A user's own Deconstruct may give anything.
    private static ISymbol? MemberAt(IRecursivePatternOperation pattern, int position) => pattern switch
    {
        { DeconstructSymbol: IMethodSymbol { IsImplicitlyDeclared: true } method } =>
            method.ContainingType.GetMembers(method.Parameters[position].Name).OfType<IPropertySymbol>().FirstOrDefault(),
        { DeconstructSymbol: null, InputType: INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } }
            when position < elements.Length => elements[position],
        _ => null,
    };

    private static AccessPath? Member(IPropertySubpatternOperation sub, AccessPath input) => sub.Member switch
    {
        IPropertyReferenceOperation property => new AccessPath.Member(input, property.Property.OriginalDefinition),
        IFieldReferenceOperation field => new AccessPath.Member(input, field.Field.OriginalDefinition),
        _ => null,
    };

    /// <summary>The tuple that is written out as <paramref name="value"/>, or null.</summary>
    public static ITupleOperation? Tuple(IOperation value) => value.Unconverted() as ITupleOperation;

    /// <summary>
    /// The parts of a tuple, each with the pattern it is matched against; null where the pattern does not go by parts alone.
    /// </summary>
    public static IReadOnlyList<(IPatternOperation Pattern, IOperation Value)>? Elements(
        IPatternOperation pattern, ITupleOperation tuple) =>
        pattern is IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns: var parts }
        && parts.Length == tuple.Elements.Length
            ? parts.Zip(tuple.Elements, static (part, element) => (part, element)).ToList()
            : null;

    /// <summary>Every member that <paramref name="pattern"/> looks at, at any depth.</summary>
    public static IEnumerable<AccessPath> Members(IPatternOperation pattern, AccessPath input) =>
        Parts(pattern, input).Select(static part => part.Place).Where(place => !place.Equals(input)).Distinct();

    // Without recursion: a list of thousands of constants is as deep.
    private static IEnumerable<(IPatternOperation Pattern, AccessPath Place)> Parts(IPatternOperation pattern, AccessPath input)
    {
        var pending = new Stack<(IPatternOperation Pattern, AccessPath Place)>();
        pending.Push((pattern, input));
        while (pending.Count > 0)
        {
            var part = pending.Pop();
            yield return part;
            switch (part.Pattern)
            {
                case IBinaryPatternOperation binary:
                    pending.Push((binary.RightPattern, part.Place));
                    pending.Push((binary.LeftPattern, part.Place));
                    break;
                case INegatedPatternOperation negated:
                    pending.Push((negated.Pattern, part.Place));
                    break;
                case IRecursivePatternOperation recursive:
                    foreach (var (sub, place) in Subpatterns(recursive, part.Place))
                    {
                        if (place is not null)
                            pending.Push((sub, place));
                    }

                    break;
            }
        }
    }

    private static bool Same(ISymbol? declared, ISymbol local) => SymbolEqualityComparer.Default.Equals(declared, local);
}
