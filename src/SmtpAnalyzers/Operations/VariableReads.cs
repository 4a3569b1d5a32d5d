using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>One step of <see cref="ValueTracker.UsesOf"/>: where a value that is stored, returned or passed on is read again.</summary>
internal sealed class VariableReads(ReferenceIndex references)
{
    /// <summary>
    /// The operations that read the variable, member or parameter into which the parent of <paramref name="operation"/> puts it; a null
    /// among them where it may also be read in other files. Null where the parent does something else with it.
    /// </summary>
    public IEnumerable<IOperation?>? After(IOperation operation) => operation.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Of(declarator.Symbol),
        IFieldInitializerOperation { InitializedFields: [var field] } => Of(field),
        IPropertyInitializerOperation { InitializedProperties: [var property] } => Of(property),
        ISimpleAssignmentOperation assignment when assignment.Value == operation && SymbolOf(assignment.Target) is { } target =>
            assignment.Parent is IExpressionStatementOperation or null ? Of(target) : Of(target).Append(assignment),
        IReturnOperation returned => FunctionOf(returned) is { } function ? Of(function) : null,
        IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol { DeclaringSyntaxReferences.Length: 1 } called } parameter }
            when IsOfThisFile(called) => Of(parameter),
        _ => null,
    };

    private IEnumerable<IOperation?> Of(ISymbol symbol)
    {
        var reads = references.To(symbol).Where(static reference => !VariableSources.Written(reference).IsWrite);
        return IsOfThisFile(symbol) ? reads : reads.Append(null);
    }

    private bool IsOfThisFile(ISymbol symbol) =>
        symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
        || symbol is { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 }
        || (PollySymbols.IsPolly(TypeOf(symbol)) && references.IsKeptIn(symbol));

    // There are few policies, so that the other files can be searched for their names.
    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation
        {
            Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
        } member =>
            member.Member,
        _ => null,
    };

    // A lambda's result goes to whoever calls it, which is not followed.
    private static ISymbol? FunctionOf(IOperation returned)
    {
        for (var parent = returned.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation:
                    return null;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart) is IMethodSymbol method
            ? method.AssociatedSymbol ?? method
            : null;
    }
}
