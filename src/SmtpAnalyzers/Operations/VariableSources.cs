using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// One step of <see cref="ValueTracker"/>: the values that a variable, a member or a call can have. A null among them stands for a value
/// that cannot be seen; null instead of a list says that the operation itself is as far as anybody can see.
/// </summary>
internal sealed class VariableSources(SemanticModel model, ReferenceIndex references, CancellationToken cancellation)
{
    // A variable that is written more often may hold anything.
    private const int MaxWrites = 64;

    private readonly MemberSources _members = new(model, references, cancellation);
    private readonly Dictionary<ISymbol, IReadOnlyList<IOperation?>> _writes = new(SymbolEqualityComparer.Default);

    public ReferenceIndex References => references;

    public IEnumerable<IOperation?>? Of(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsConst: false } local => OfLocal(local.Local),
        IParameterReferenceOperation parameter => OfParameter(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } =>
            PatternInputs.Of(operation) is { } input ? [input] : null,
        IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } element, Instance: { } tuple } => OfElement(element, tuple),
        IFieldReferenceOperation { Field.HasConstantValue: false } field => _members.Of(field.Field, field),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => _members.Of(property.Property, property),
        IInvocationOperation call => _members.ResultsOf(call.TargetMethod),
        _ => null,
    };

    private IEnumerable<IOperation?>? OfLocal(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return null;
        var declared = reference.GetSyntax(cancellation);
        IEnumerable<IOperation?>? first = declared switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => [Operation(value)],
            VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } => [],
            SingleVariableDesignationSyntax
            {
                Parent: DeclarationPatternSyntax or RecursivePatternSyntax or VarPatternSyntax,
            } designation =>
                Operation(designation.Parent) is { } pattern && PatternInputs.Of(pattern) is { } input ? [input] : null,
            SingleVariableDesignationSyntax => OfDeconstruction(declared, local),
            _ => null,
        };
        return first?.Concat(WritesTo(local)).ToList();
    }

    private IEnumerable<IOperation?>? OfDeconstruction(SyntaxNode declared, ILocalSymbol local) =>
        Operation(declared.FirstAncestorOrSelf<AssignmentExpressionSyntax>()) is IDeconstructionAssignmentOperation deconstruction
            ? VariableWrites.Parts(deconstruction.Target, deconstruction.Value)
                .Where(part => part.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
                .Select(static part => part.Value)
            : null;

    // The values of all assignments. By reference, or compound, anything may be written.
    private IReadOnlyList<IOperation?> WritesTo(ISymbol variable)
    {
        if (!_writes.TryGetValue(variable, out var writes))
        {
            writes = references.To(variable).Select(Written)
                .Where(static written => written.IsWrite).Select(static written => written.Value).ToArray();
            _writes[variable] = writes = writes.Count <= MaxWrites ? writes : [null];
        }

        return writes;
    }

    /// <summary>Whether <paramref name="reference"/> is written to, and the value where it can be seen.</summary>
    public static (bool IsWrite, IOperation? Value) Written(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference => (true, assignment.Value),
        ICoalesceAssignmentOperation assignment when assignment.Target == reference => (true, assignment.Value),
        // Text that is appended becomes a part of the whole text.
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } assignment
            when assignment.Target == reference =>
                (true, assignment.Value),
        IAssignmentOperation assignment when assignment.Target == reference => (true, null),
        IIncrementOrDecrementOperation or IAddressOfOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } =>
            (true, null),
        ITupleOperation tuple when Deconstruction(tuple) is { } whole =>
            (true, VariableWrites.Parts(whole.Target, whole.Value).FirstOrDefault(part => part.Target == reference).Value),
        _ => (false, null),
    };

    private static IDeconstructionAssignmentOperation? Deconstruction(IOperation target)
    {
        while (target.Parent is ITupleOperation or IDeclarationExpressionOperation)
            target = target.Parent;
        return target.Parent is IDeconstructionAssignmentOperation whole && whole.Target == target ? whole : null;
    }

    // The arguments of all calls, where every call is in this file.
    private IEnumerable<IOperation?>? OfParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In)
            || parameter.ContainingSymbol is not IMethodSymbol function
            || CallsOf(function) is not { Count: > 0 } calls)
        {
            return null;
        }

        return calls.Select(call => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            .Concat(WritesTo(parameter));
    }

    private IReadOnlyList<IInvocationOperation>? CallsOf(IMethodSymbol function) => function switch
    {
        { MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } =>
            Calls(references.To(function)),
        { MethodKind: MethodKind.AnonymousFunction, DeclaringSyntaxReferences: [var lambda] } when lambda.SyntaxTree == model.SyntaxTree =>
            Holder(Operation(lambda.GetSyntax(cancellation))) is { } local
                ? Calls(references.To(local)
                    .Select(static use => use.Parent is IInvocationOperation call && call.Instance == use ? call : use)
                    .ToList())
                : null,
        _ => null,
    };

    private static List<IInvocationOperation>? Calls(IReadOnlyList<IOperation> uses) =>
        uses.All(static use => use is IInvocationOperation) ? uses.Cast<IInvocationOperation>().ToList() : null;

    // The local that a lambda is assigned to when it is declared.
    private static ILocalSymbol? Holder(IOperation? lambda)
    {
        while (lambda?.Parent is IDelegateCreationOperation or IConversionOperation)
            lambda = lambda.Parent;
        return lambda?.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            ? declarator.Symbol
            : null;
    }

    private IEnumerable<IOperation?>? OfElement(IFieldSymbol element, IOperation tuple)
    {
        // A tuple that is made of itself, which does not compile, is followed until that is seen.
        var seen = new HashSet<IOperation>();
        while (tuple is ILocalReferenceOperation local && seen.Add(tuple) && OfLocal(local.Local)?.ToList() is [{ } sole])
            tuple = sole;
        tuple = tuple.Unconverted();
        if (tuple is not ITupleOperation { Elements: var elements, Type: INamedTypeSymbol { TupleElements: var names } })
            return null;
        var position = names.IndexOf(element, 0, SymbolEqualityComparer.Default);
        if (position < 0)
            position = names.Select(static name => name.CorrespondingTupleField ?? name).ToList()
                .FindIndex(name => SymbolEqualityComparer.Default.Equals(name, element.CorrespondingTupleField ?? element));
        return position >= 0 && position < elements.Length ? [elements[position]] : null;
    }

    private IOperation? Operation(SyntaxNode? syntax) => model.OperationOf(syntax, cancellation);
}
