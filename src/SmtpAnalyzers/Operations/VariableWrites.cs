using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// What every local, parameter and compiler temporary of one body is given: the values written to it, wherever that is. A write
/// whose value cannot be seen (by reference, by a nested function, compound) counts as null.
/// </summary>
internal sealed class VariableWrites
{
    private readonly Dictionary<object, List<IOperation?>> _writes = [];
    private readonly Dictionary<ISymbol, ControlFlowRegion> _caught = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (IOperation Value, IPatternOperation Pattern)> _patterns = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<object, ITypeSymbol> _convertedTo = [];
    private readonly HashSet<object> _writtenInFinally = [];
    private readonly HashSet<object> _counters = [];
    private readonly HashSet<object> _changed = [];
    private readonly HashSet<object> _flags = [];
    private readonly List<NestedFunction> _nested = [];
    private readonly Dictionary<IOperation, StepEffect> _effects;
    private readonly Stack<IOperation> _pending = [];
    private readonly List<IOperation> _found = [];

    // More bool variables than any hand writes: joining them at every block would take ever longer.
    private const int MaxFlags = 32;

    public VariableWrites(ControlFlowGraph graph, CancellationToken cancellation)
    {
        Model = graph.OriginalOperation.SemanticModel;
        _effects = new(graph.Blocks.Sum(static block => block.StepCount()));
        foreach (var block in graph.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            var inFinally = block.EnclosingRegion.Within(ControlFlowRegionKind.Finally) is not null;
            for (var i = 0; i < block.StepCount(); i++)
            {
                foreach (var operation in Record(block.StepAt(i)))
                    Visit(graph, block, operation, inFinally, cancellation);
            }
        }

        foreach (var function in graph.LocalFunctions)
            VisitNested(graph.GetLocalFunctionControlFlowGraph(function, cancellation), function, lambda: null, cancellation);
    }

    /// <summary>A lambda, or a local function, of the body, with what is known of its own variables.</summary>
    public sealed record NestedFunction(
        ControlFlowGraph Graph, IMethodSymbol Symbol, IFlowAnonymousFunctionOperation? Lambda, VariableWrites Definitions);

    /// <summary>The functions that are declared in the body itself.</summary>
    public IReadOnlyList<NestedFunction> Nested => _nested;

    /// <summary>The model of the file; the graph's own operations have none. Null for an operation that was made by hand.</summary>
    public SemanticModel? Model { get; }

    /// <summary>The values written to <paramref name="variable"/> (a symbol or a <c>CaptureId</c>); empty where nothing is.</summary>
    public IReadOnlyList<IOperation?> Writes(object variable) => _writes.TryGetValue(variable, out var writes) ? writes : [];

    /// <summary>The try whose exception <paramref name="local"/> is, or null.</summary>
    public ControlFlowRegion? CaughtBy(ISymbol local) => _caught.TryGetValue(local, out var region) ? region : null;

    /// <summary>The value and the whole pattern that <paramref name="local"/> was declared by, or null.</summary>
    public (IOperation Value, IPatternOperation Pattern)? DeclaredByPattern(ISymbol local) =>
        _patterns.TryGetValue(local, out var origin) ? origin : null;

    /// <summary>The enum that <paramref name="variable"/> is converted to somewhere in the body, or null.</summary>
    public ITypeSymbol? ConvertedTo(object variable) => _convertedTo.TryGetValue(variable, out var type) ? type : null;

    /// <summary>The variables that an assignment with this target writes.</summary>
    public IEnumerable<object> Targets(IOperation target) => target switch
    {
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
        _ => Target(target) is { } variable ? [variable] : [],
    };

    /// <summary>Whether <paramref name="variable"/> is counted up or down somewhere in the body.</summary>
    public bool IsCounter(object variable) => _counters.Contains(variable);

    /// <summary>
    /// Whether the list that <paramref name="local"/> holds may become another one after it was made, through this variable.
    /// </summary>
    public bool IsChanged(ILocalSymbol local) => _changed.Contains(local);

    /// <summary>
    /// Whether <paramref name="local"/> is a bool whose values are followed: not where a nested function or a finally block writes it.
    /// </summary>
    public bool IsFlag(ILocalSymbol local) => _flags.Contains(local) && !_writtenInFinally.Contains(local);

    /// <summary>What <paramref name="step"/> of the body does.</summary>
    public StepEffect EffectOf(IOperation step) => _effects[step];

    // A step and all operations in it, from the outside inwards and from the first to the last. What is nested deep is as deep here: no
    // recursion.
    private IOperation[] Record(IOperation step)
    {
        _pending.Push(step);
        while (_pending.Count > 0)
        {
            var operation = _pending.Pop();
            _found.Add(operation);
            foreach (var child in operation.ChildOperations.Reverse())
                _pending.Push(child);
        }

        var operations = _found.ToArray();
        _found.Clear();
        _effects[step] = new StepEffect(step, operations, this);
        return operations;
    }

    /// <summary>The variable that <paramref name="target"/> assigns to: seen through the temporaries that hold a target.</summary>
    public object? Target(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture when Writes(capture.Id) is [{ } captured] => Target(captured),
        _ => null,
    };

    /// <summary>The operation that a chain of temporaries stands for: a property reference that is assigned to, for instance.</summary>
    public IOperation Unwrap(IOperation operation) =>
        operation is IFlowCaptureReferenceOperation capture && Writes(capture.Id) is [{ } captured] ? Unwrap(captured) : operation;

    private void Visit(ControlFlowGraph graph, BasicBlock block, IOperation operation, bool inFinally, CancellationToken cancellation)
    {
        if (operation is IInvocationOperation or IArgumentOperation or IAssignmentOperation or IIncrementOrDecrementOperation)
        {
            foreach (var list in ListChanges.By(operation))
            {
                if (Target(list) is { } changed)
                    _changed.Add(changed);
            }
        }

        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Write(capture.Id, capture.Value, inFinally);
                break;
            case ISimpleAssignmentOperation { Value: ICaughtExceptionOperation } assignment
                when Target(assignment.Target) is ILocalSymbol local:
                if (block.EnclosingRegion.Within(ControlFlowRegionKind.TryAndCatch) is { } region)
                    _caught[local] = region;
                Write(local, assignment.Value, inFinally);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var part in Parts(deconstruction.Target, deconstruction.Value))
                {
                    if (Target(part.Target) is { } written)
                        Write(written, part.Value, inFinally);
                }

                break;
            case IConversionOperation { Type: { TypeKind: TypeKind.Enum } type, Operand: var operand }
                when Target(operand) is { } converted:
                _convertedTo[converted] = type;
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when Target(assignment.Target) is { } target:
                Write(target, assignment.Value, inFinally);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                WriteUnknown(assignment.Target, inFinally);
                WriteAnywhere(assignment.Value);
                break;
            case IAddressOfOperation address:
                WriteAnywhere(address.Reference);
                break;
            case IAssignmentOperation assignment:
                foreach (var target in assignment.Target.DescendantsAndSelf())
                    WriteUnknown(target, inFinally);
                break;
            case IIncrementOrDecrementOperation increment:
                WriteUnknown(increment.Target, inFinally);
                if (Target(increment.Target) is { } counter)
                    _counters.Add(counter);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                foreach (var target in argument.Value.DescendantsAndSelf())
                    WriteUnknown(target, inFinally);
                break;
            case IIsPatternOperation
            {
                Pattern: not (IConstantPatternOperation or IRelationalPatternOperation or IDiscardPatternOperation),
            } isPattern:
                foreach (var pattern in isPattern.Pattern.DescendantsAndSelf())
                {
                    var declared = pattern switch
                    {
                        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                        _ => null,
                    };
                    if (declared is not null)
                        _patterns[declared] = (isPattern.Value, isPattern.Pattern);
                }

                break;
            case IFlowAnonymousFunctionOperation function:
                VisitNested(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), function.Symbol, function, cancellation);
                break;
        }
    }

    // A nested function runs at a time of its own: what it writes can be there at any point of this body.
    private void VisitNested(
        ControlFlowGraph graph, IMethodSymbol symbol, IFlowAnonymousFunctionOperation? lambda, CancellationToken cancellation)
    {
        var nested = new VariableWrites(graph, cancellation);
        _nested.Add(new(graph, symbol, lambda, nested));
        _changed.UnionWith(nested._changed);
        foreach (var variable in nested._writes.Keys.Where(variable => variable is ISymbol))
            WriteAnywhere(variable);
    }

    // A variable that has a second name can be written through it at any later point.
    private void WriteAnywhere(IOperation referred)
    {
        foreach (var operation in referred.DescendantsAndSelf())
        {
            if (operation is IFlowCaptureReferenceOperation capture)
            {
                foreach (var captured in Writes(capture.Id).OfType<IOperation>().ToList())
                    WriteAnywhere(captured);
            }
            else if (Target(operation) is { } variable)
            {
                WriteAnywhere(variable);
            }
        }
    }

    private void WriteAnywhere(object variable)
    {
        Write(variable, null, inFinally: true);
        Write(variable, null, inFinally: true);
    }

    /// <summary>
    /// What a deconstruction writes, each with its value: (code, text) = (a, b). Of what a Deconstruct method gives nothing is known.
    /// </summary>
    public static IEnumerable<(IOperation Target, IOperation? Value)> Parts(IOperation target, IOperation? value)
    {
        while (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        value = value?.Unconverted();
        if (target is not ITupleOperation targets)
            return [(target, value)];
        var values = value is ITupleOperation tuple && tuple.Elements.Length == targets.Elements.Length ? tuple.Elements : default;
        return targets.Elements.SelectMany((element, i) => Parts(element, values.IsDefault ? null : values[i]));
    }

    private void WriteUnknown(IOperation target, bool inFinally)
    {
        if (Target(target) is { } variable)
            Write(variable, null, inFinally);
    }

    private void Write(object variable, IOperation? value, bool inFinally)
    {
        if (!_writes.TryGetValue(variable, out var writes))
            _writes[variable] = writes = [];
        writes.Add(value);
        if (variable is ILocalSymbol local && _flags.Count < MaxFlags && BoolTypes.IsBool(local.Type))
            _flags.Add(local);
        if (inFinally)
            _writtenInFinally.Add(variable);
    }
}
