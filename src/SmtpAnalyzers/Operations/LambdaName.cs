using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>What the author calls a lambda.</summary>
internal static class LambdaName
{
    /// <summary>A lambda that decides in a retry policy of Polly goes by this name.</summary>
    private const string RetryPredicate = "ShouldRetry";

    /// <summary>The name of the variable or property it is assigned to, or of the parameter it is passed for; null where there is none.</summary>
    public static string? Of(IOperation lambda, IMethodSymbol method)
    {
        if (method.Parameters is [{ Type: { Name: "RetryPredicateArguments" } arguments }] && IsOfPolly(arguments))
            return RetryPredicate;
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            ISimpleAssignmentOperation assignment => OfTarget(assignment.Target),
            IArgumentOperation { Parent: IInvocationOperation invocation } argument =>
                IsPolly(invocation.TargetMethod) ? RetryPredicate : argument.Parameter?.Name,
            IArgumentOperation argument => argument.Parameter?.Name,
            _ => null,
        };
    }

    private static string? OfTarget(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property => property.Property is { Name: "ShouldHandle" } handle && IsPolly(handle) ? RetryPredicate : property.Property.Name,
        _ => null,
    };

    private static bool IsPolly(ISymbol symbol) =>
        symbol.Name is "Handle" or "Or" or "HandleInner" or "OrInner" or "ShouldHandle" && IsOfPolly(symbol);

    private static bool IsOfPolly(ISymbol symbol) =>
        symbol.ContainingNamespace is { } space
        && (space.ToDisplayString() + ".").StartsWith("Polly.", StringComparison.Ordinal);
}
