using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>
/// The outcomes that a method can return: the members of its enum, or the ready results and factories of its type, by their names.
/// </summary>
internal sealed class ReturnedOutcomes(EditContext context, INamedTypeSymbol type)
{
    private readonly int _position = context.Node.SpanStart;

    /// <summary>What the method returns for <paramref name="outcome"/>; null where no name of the type says so.</summary>
    public OutcomeCode? Of(Outcome outcome)
    {
        if (CallKinds.IsFramework(type))
            return null;
        var known = Members().Select(member => (Member: member, Says: context.Options.Vocabulary.OfName(member.Name))).ToList();
        var stated = known.Where(one => one.Says == outcome).Select(static one => one.Member).ToList();
        // Beside what is retried, what failed is not.
        if (stated.Count == 0 && outcome == Outcome.GiveUp && known.Any(static one => one.Says == Outcome.Retry))
            stated = known.Where(static one => one.Says == Outcome.Failure).Select(static one => one.Member).ToList();
        // The one that this file knows, else the first.
        return (stated.FirstOrDefault(IsUsed) ?? stated.FirstOrDefault()) is { } member ? Returned(member) : null;
    }

    private IEnumerable<ISymbol> Members() => type.GetMembers()
        .Where(member => member.IsStatic && context.Model.IsAccessible(_position, member) && member switch
        {
            IFieldSymbol field => IsOfType(field.Type),
            IPropertySymbol { Parameters.Length: 0 } property => IsOfType(property.Type),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, Arity: 0 } method =>
                IsOfType(method.ReturnType) && Arguments(method) is not null,
            _ => false,
        });

    private bool IsOfType(ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);

    private bool IsUsed(ISymbol member) => context.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Name.Identifier.ValueText == member.Name
            && access.Expression.ToString().EndsWith(type.Name, StringComparison.Ordinal));

    private OutcomeCode Returned(ISymbol member)
    {
        var arguments = member is IMethodSymbol method ? $"({Arguments(method)})" : "";
        return new OutcomeCode(
            [$"return {context.NameOf(type, _position)}.{member.Name}{arguments};"], member is IMethodSymbol ? [member.Name] : []);
    }

    // Of what is caught, what the factory asks for.
    private static string? Arguments(IMethodSymbol method)
    {
        var needed = method.Parameters.Where(static parameter => !parameter.IsOptional && !parameter.IsParams).ToList();
        return needed switch
        {
            [] => "",
            [{ RefKind: RefKind.None, Type: { SpecialType: SpecialType.System_String } }] => $"{OutcomeCode.Exception}.Message",
            [{ RefKind: RefKind.None, Type: { Name: "Exception", ContainingNamespace.Name: "System" } }] => OutcomeCode.Exception,
            _ => null,
        };
    }
}
