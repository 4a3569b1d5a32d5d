using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Says where a member of a type of the user's own, such as <c>session.LastCode</c>, may come to hold another reply: where it is assigned
/// to, and in reach of the methods of what it hangs on.
/// </summary>
internal sealed class MemberWrites(AccessPath reply, ReplyResolver resolver)
{
    private readonly AccessPath.Member? _reply = reply is AccessPath.Member member && CanChange(member.Symbol) ? member : null;

    /// <summary>Whether the reply is such a member at all.</summary>
    public bool CanHappen => _reply is not null;

    public bool By(IOperation operation) => _reply is { Symbol: var member } && operation switch
    {
        IAssignmentOperation { Target: IMemberReferenceOperation target } =>
            SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member),
        IInvocationOperation { TargetMethod.Name: "ToString" } => false,
        IInvocationOperation { Instance: { } instance } => HangsOn(instance),
        IInvocationOperation call =>
            member.IsStatic && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, member.ContainingType),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } } argument =>
            HangsOn(argument.Value),
        _ => false,
    };

    private bool HangsOn(IOperation operation) =>
        resolver.PlaceOf(operation) is { } place && !place.Equals(_reply) && _reply!.IsWithin(place);

    // A library's exceptions and responses are made once. So is what has no setter, unless it is computed.
    private static bool CanChange(ISymbol member) => !member.DeclaringSyntaxReferences.IsEmpty && member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: null or { IsInitOnly: true } } property => !property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        _ => true,
    };
}
