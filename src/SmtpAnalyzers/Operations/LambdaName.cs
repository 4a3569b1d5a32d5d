using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>What the author calls a lambda.</summary>
internal static class LambdaName
{
    /// <summary>A lambda that decides in a retry policy of Polly goes by this name.</summary>
    private const string RetryPredicate = "ShouldRetry";

    /// <summary>
    /// The name of the variable or property it is assigned to, or of the parameter it is passed for; null where there is none.
    /// </summary>
    public static string? Of(IOperation lambda, IMethodSymbol method)
    {
        if (method.Parameters is [{ Type: { Name: "RetryPredicateArguments" } arguments }] && PollySymbols.IsPolly(arguments))
            return RetryPredicate;
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            ISimpleAssignmentOperation assignment => OfTarget(assignment.Target),
            IArgumentOperation { Parent: IInvocationOperation invocation } argument =>
                PollySymbols.IsHandling(invocation) ? RetryPredicate : argument.Parameter?.Name,
            IArgumentOperation argument => argument.Parameter?.Name,
            _ => null,
        };
    }

    private static string? OfTarget(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property =>
            property.Property is { Name: PollySymbols.ShouldHandle } handle && PollySymbols.IsPolly(handle)
                ? RetryPredicate
                : property.Property.Name,
        _ => null,
    };
}
