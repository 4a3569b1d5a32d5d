using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>The values of fields and properties that only this file writes, and the results of its functions.</summary>
internal sealed class MemberSources(SemanticModel model, ReferenceIndex references, CancellationToken cancellation)
{
    /// <summary>
    /// The values of <paramref name="member"/>, read by <paramref name="reference"/>. Null where others may write it, or
    /// a null among them for a write that is not seen.
    /// </summary>
    public IEnumerable<IOperation?>? Of(ISymbol member, IMemberReferenceOperation reference)
    {
        member = member.OriginalDefinition;
        if (member.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != model.SyntaxTree || IsReplaceable(member))
            return null;
        var syntax = declared.GetSyntax(cancellation);
        if (syntax is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
            return ReturnedBy(Operation(arrow));
        if (syntax is PropertyDeclarationSyntax { AccessorList: { } accessors }
            && accessors.Accessors.FirstOrDefault(static one => one is not { Body: null, ExpressionBody: null }) is { } accessor)
        {
            return accessor.Keyword.ValueText == "get" ? ReturnedBy(Operation(accessor)) : null;
        }

        var initial = syntax switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => Operation(value),
            PropertyDeclarationSyntax { Initializer.Value: var value } => Operation(value),
            _ => null,
        };
        return reference.Instance is null or IInstanceReferenceOperation
            ? IsWrittenHereOnly(member) && AllWrites(member).Prepend(initial).OfType<IOperation>().ToList() is { Count: > 0 } values
                && AllWrites(member).All(static value => value is not null) ? values : null
            : OfObject(member, reference.Instance);
    }

    /// <summary>
    /// The values that <paramref name="function"/> returns; null where it is declared elsewhere or an override may take its place.
    /// </summary>
    public IEnumerable<IOperation?>? ResultsOf(IMethodSymbol function)
    {
        function = (function.ReducedFrom ?? function).OriginalDefinition;
        return function.ReturnsVoid
            || IsReplaceable(function)
            || function.DeclaringSyntaxReferences is not [var declared]
            || declared.SyntaxTree != model.SyntaxTree
            ? null
            : ReturnedBy(Operation(declared.GetSyntax(cancellation)));
    }

    // result.Text, of an object that was made in this file: what its initializer and later assignments give it.
    private IEnumerable<IOperation?>? OfObject(ISymbol member, IOperation owner)
    {
        var values = references.To(member)
            .Where(reference => reference is IMemberReferenceOperation { Instance: { } instance }
                && (IsSame(instance, owner) || IsInInitializerOf(instance, owner)))
            .Select(VariableSources.Written)
            .Where(static written => written.IsWrite)
            .Select(static written => written.Value)
            .ToList();
        return values.Count > 0 ? values : null;
    }

    private static bool IsSame(IOperation one, IOperation other) => (one, other) switch
    {
        (ILocalReferenceOperation left, ILocalReferenceOperation right) => SymbolEqualityComparer.Default.Equals(left.Local, right.Local),
        (IParameterReferenceOperation left, IParameterReferenceOperation right) =>
            SymbolEqualityComparer.Default.Equals(left.Parameter, right.Parameter),
        (IFieldReferenceOperation left, IFieldReferenceOperation right) => SymbolEqualityComparer.Default.Equals(left.Field, right.Field),
        _ => false,
    };

    // var result = new Result { Text = .. };
    private static bool IsInInitializerOf(IOperation instance, IOperation owner)
    {
        if (owner is not ILocalReferenceOperation { Local: var local }
            || instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return false;
        }

        var creation = instance.Parent;
        while (creation is not null and not IObjectCreationOperation)
            creation = creation.Parent;
        return creation?.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                SymbolEqualityComparer.Default.Equals(declarator.Symbol, local),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } =>
                SymbolEqualityComparer.Default.Equals(target.Local, local),
            _ => false,
        };
    }

    private IEnumerable<IOperation?> AllWrites(ISymbol member) =>
        references.To(member)
            .Select(VariableSources.Written)
            .Where(static written => written.IsWrite)
            .Select(static written => written.Value);

    private static bool IsWrittenHereOnly(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences.Length == 1 && member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private }
            || property.DeclaredAccessibility == Accessibility.Private,
        _ => false,
    };

    private static bool IsReplaceable(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || member is { IsOverride: true, IsSealed: false };

    private static IEnumerable<IOperation?>? ReturnedBy(IOperation? function)
    {
        if (function is null)
            return null;
        var returned = new List<IOperation?>();
        var pending = new Stack<IOperation>();
        pending.Push(function);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value })
                returned.Add(value);
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                    pending.Push(child);
            }
        }

        return returned.Count > 0 ? returned : null;
    }

    private IOperation? Operation(SyntaxNode? syntax) => model.OperationOf(syntax, cancellation);
}
