using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>What is true or false, at once or when it is awaited: Polly's predicates return a <c>ValueTask&lt;bool&gt;</c>.</summary>
internal static class BoolTypes
{
    /// <summary>Whether <paramref name="type"/> is bool, its nullable form, or a task of it.</summary>
    public static bool IsBool(ITypeSymbol? type) => type is not null
        && (MailSymbols.Underlying(type).SpecialType == SpecialType.System_Boolean
            || type is INamedTypeSymbol { Name: "ValueTask" or "Task", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] });

    /// <summary>
    /// What the bools are called that <paramref name="method"/> returns: by itself, as elements of a tuple, or as properties of a type of
    /// the program's own. A lambda is called <paramref name="name"/>.
    /// </summary>
    public static IEnumerable<string> AnswersOf(IMethodSymbol method, string? name = null)
    {
        var type = method.ReturnType is INamedTypeSymbol { Name: "ValueTask" or "Task", TypeArguments: [var result] } ? result
            : MailSymbols.Underlying(method.ReturnType);
        return type.SpecialType == SpecialType.System_Boolean ? [name ?? method.Name]
            : type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }
                ? elements.Where(static element => IsBool(element.Type)).Select(static element => element.Name)
                : type.DeclaringSyntaxReferences.IsEmpty ? []
                : type.GetMembers().OfType<IPropertySymbol>()
                    .Where(static member => IsBool(member.Type)).Select(static member => member.Name);
    }

    /// <summary>What a completed task holds; anything else as it is.</summary>
    public static IOperation OfTask(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments: [var result] } => result.Value,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => result.Value,
        _ => operation,
    };

    /// <summary>The answer of Polly's <c>PredicateResult.True()</c> and <c>False()</c>; null for any other call.</summary>
    public static bool? OfPredicateResult(IInvocationOperation call) =>
        call.TargetMethod is { ContainingType: { Name: "PredicateResult", ContainingNamespace.Name: "Polly" }, Name: var name }
            ? name == "True"
            : null;
}
