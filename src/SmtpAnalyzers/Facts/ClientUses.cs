using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>What one operation of a body does with a MailKit client: itself, or by a method of the same file.</summary>
internal sealed class ClientUses(SendSites deliveries, FunctionBody body)
{
    private const int Depth = 3;

    /// <summary>The clients, as places of the body, that <paramref name="call"/> sends with.</summary>
    public IEnumerable<AccessPath> SentWith(IInvocationOperation call) => SentWith(call, body, Depth);

    /// <summary>What <paramref name="operation"/> does with the connection of <paramref name="client"/>.</summary>
    public ConnectionUse Of(IOperation operation, AccessPath client) =>
        Connects(operation, client) ? ConnectionUse.Connects
        : operation is IInvocationOperation call && SentWith(call).Contains(client) ? ConnectionUse.Sends
        : ConnectionUse.None;

    /// <summary>What the user calls <paramref name="client"/>.</summary>
    public static string NameOf(AccessPath client) => client switch
    {
        AccessPath.Member member => member.Symbol.Name,
        AccessPath.Variable { Identity: ISymbol symbol } => symbol.Name,
        _ => "client",
    };

    /// <summary>
    /// Whether <paramref name="operation"/> sees to it that <paramref name="client"/> is connected, or may do so where that cannot be seen.
    /// </summary>
    public bool Connects(IOperation operation, AccessPath client) => Connects(operation, client, body, Depth);

    private IEnumerable<AccessPath> SentWith(IInvocationOperation call, FunctionBody body, int depth)
    {
        if (deliveries.Mail.IsClientSend(call))
            return IsMailKit(call) && body.Resolver.PlaceOf(MailSymbols.ClientOf(call)) is { } client && IsKnown(client) ? [client] : [];
        return depth > 0 && deliveries.FunctionOf(call) is { } helper && helper != body
            ? helper.UnguardedCalls
                .SelectMany(inner => SentWith(inner, helper, depth - 1))
                .Select(place => Outside(place, call, body, helper))
                .OfType<AccessPath>()
            : [];
    }

    private bool Connects(IOperation operation, AccessPath client, FunctionBody body, int depth)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "IsConnected" or "IsAuthenticated" }:
                return true;
            case IAssignmentOperation assignment:
                return client.Equals(body.Resolver.PlaceOf(assignment.Target))
                    || Equals(client.Root.Identity, body.Writes.Target(assignment.Target));
            case IInvocationOperation call when !CallKinds.IsReport(call):
                var name = call.TargetMethod.Name;
                if (name.IndexOf("connect", StringComparison.OrdinalIgnoreCase) >= 0
                    && !name.StartsWith("Disconnect", StringComparison.Ordinal))
                {
                    return true;
                }

                if (deliveries.FunctionOf(call) is { } helper)
                    return helper != body
                        && depth > 0
                        && Array.Exists(helper.AllOperations, inner => Connects(inner, client, helper, depth - 1));
                return IsHandedOver(call, client, body) || (call.Instance is IInstanceReferenceOperation && client is AccessPath.Member);
            default:
                return false;
        }
    }

    // To somebody who is not seen.
    private static bool IsHandedOver(IInvocationOperation call, AccessPath client, FunctionBody body) =>
        !client.Equals(body.Resolver.PlaceOf(MailSymbols.ClientOf(call)))
        && call.Arguments.Any(argument => client.Equals(body.Resolver.PlaceOf(argument.Value)));

    private bool IsMailKit(IInvocationOperation call) =>
        deliveries.Mail.ReplyExceptionOf(call) is { Name: "SmtpCommandException" } && !IsOfSource(call.TargetMethod);

    // An override of Send may connect.
    private static bool IsOfSource(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty && !method.IsExtensionMethod;

    // Translates a place of the called function for the caller: a field of the same instance, a variable that it captures, or the argument
    // for the parameter.
    private static AccessPath? Outside(AccessPath place, IInvocationOperation call, FunctionBody caller, FunctionBody helper) =>
        place.Root switch
    {
        { } root when root.Equals(AccessPath.Variable.This) =>
            call.Instance is null or IInstanceReferenceOperation || IsNested(helper) ? place : null,
        { Identity: ISymbol captured } when IsNested(helper)
            && !SymbolEqualityComparer.Default.Equals(captured.ContainingSymbol, helper.Method) => place,
        { Identity: IParameterSymbol parameter } when place is AccessPath.Variable => call.Arguments
            .Where(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition))
            .Select(argument => caller.Resolver.PlaceOf(argument.Value))
            .FirstOrDefault(),
        _ => null,
    };

    private static bool IsNested(FunctionBody function) =>
        function.Method is { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    // A computed property may give another client each time, already connected.
    private static bool IsKnown(AccessPath place) => place switch
    {
        AccessPath.Member { Symbol: IPropertySymbol property } => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        AccessPath.Member { Symbol: IFieldSymbol, Owner: var owner } => owner is AccessPath.Variable,
        AccessPath.Variable { Identity: ISymbol } => true,
        _ => false,
    };
}
