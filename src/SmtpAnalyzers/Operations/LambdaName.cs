using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>What the author calls a lambda.</summary>
internal static class LambdaName
{
    /// <summary>A lambda that decides in a retry policy of Polly goes by this name.</summary>
    private const string RetryPredicate = "ShouldRetry";

    /// <summary>
    /// The name of the variable or property it is assigned to, of what a query makes of its answers, or of the parameter it is passed for;
    /// null where there is none.
    /// </summary>
    /// <param name="lambda">The lambda.</param>
    /// <param name="method">Its symbol.</param>
    /// <param name="around">What the function around it is called.</param>
    public static string? Of(IOperation lambda, IMethodSymbol method, string? around)
    {
        if (method.Parameters is [{ Type: { Name: "RetryPredicateArguments" } arguments }] && PollySymbols.IsPolly(arguments))
            return RetryPredicate;
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            ISimpleAssignmentOperation assignment => OfTarget(assignment.Target),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var query } call } when IsQuery(query) =>
                OfQuery(call.Syntax, query.Name, around),
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

    // To say yes of one element is to say yes of all that Any and All are asked about, or to keep it.
    private static bool IsQuery(IMethodSymbol method) => method.Name is "Any" or "All" or "Exists" or "TrueForAll" or "Where" or "FindAll"
        && method.ContainingType is { Name: "Enumerable" or "List" or "Array" or "ImmutableList" };

    // shouldRetry = failures.Any(f => ...), return failures.All(f => ...), transient = failures.Where(f => ...).ToList()
    private static string? OfQuery(SyntaxNode query, string method, string? around)
    {
        var value = query;
        while (true)
        {
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax
                    or BinaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression,
                    }
                    or BinaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.TrueLiteralExpression,
                    }
                    or BinaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.CoalesceExpression, Right.RawKind: (int)SyntaxKind.FalseLiteralExpression,
                    }:
                    value = value.Parent;
                    continue;
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "ToList" or "ToArray" or "ToHashSet" or "Select" or "Any",
                    Parent: InvocationExpressionSyntax next,
                } when method is "Where" or "FindAll":
                    value = next;
                    continue;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } }:
                    return IsSetAgain(query, local) ? null : local;
                case AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.OrAssignmentExpression,
                } assignment when assignment.Right == value:
                    var target = CallSyntax.NameOf(assignment.Left);
                    return target is null || IsSetAgain(query, target) ? null : target;
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax:
                    return around;
                default:
                    return null;
            }
        }
    }

    // What is set to something else further on has not said its last word.
    private static bool IsSetAgain(SyntaxNode query, string name) =>
        query.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.SpanStart > query.SpanStart && CallSyntax.NameOf(assignment.Left) == name) != false;
}
