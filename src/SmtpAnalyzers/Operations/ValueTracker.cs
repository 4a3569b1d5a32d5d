using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>
/// Follows a value: back to the operations it can come from, and on to the operations that use it. This is the one way for rules and fixes;
/// the flow engine keeps <see cref="VariableWrites"/> of its own because it also has to know the order of writes.
/// <para>
/// A value is followed through conversions, <c>await</c>, <c>?.</c>, <c>??</c>, <c>?:</c>, switch expressions, locals, tuples, pattern
/// variables, fields and properties that only this file writes, and the parameters and results of functions that only this file calls. A
/// source that cannot be seen is the operation at which the track is lost, so that nothing is taken for known because a part of it is.
/// </para>
/// </summary>
internal sealed class ValueTracker(SemanticModel model, CancellationToken cancellation)
{
    // More than a reader would follow. Hostile code must not make it more expensive than the file is long.
    private const int MaxSources = 64;

    private readonly VariableSources _variables = new(model, new ReferenceIndex(model, cancellation), cancellation);
    private VariableReads? _reads;

    /// <summary>All uses of the file's symbols.</summary>
    public ReferenceIndex References => _variables.References;

    private VariableReads Reads => _reads ??= new VariableReads(References);

    /// <summary>The operation of <paramref name="syntax"/>, or null where it has none.</summary>
    public IOperation? Operation(SyntaxNode? syntax) => model.OperationOf(syntax, cancellation);

    /// <summary>
    /// The operations that <paramref name="value"/> can come from. <paramref name="derivation"/> gives the operands to go on with where an
    /// operation makes something else of a value that still counts (a part of a text); it returns null for any other operation.
    /// <paramref name="isSource"/> names operations that are not looked behind.
    /// </summary>
    public IReadOnlyList<IOperation> SourcesOf(
        IOperation? value, Func<IOperation, IEnumerable<IOperation?>?>? derivation = null, Func<IOperation, bool>? isSource = null)
    {
        var sources = new List<IOperation>();
        if (value is null)
            return sources;
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var operation = pending.Pop();
            if (!seen.Add(operation))
                continue;
            var earlier = seen.Count > MaxSources || isSource?.Invoke(operation) == true
                ? null
                : (Transparent(operation) ?? derivation?.Invoke(operation) ?? _variables.Of(operation))?.ToList();
            if (earlier is null || earlier.Contains(null))
                sources.Add(operation);
            foreach (var one in earlier?.OfType<IOperation>().Reverse() ?? [])
                pending.Push(one);
        }

        return sources;
    }

    /// <summary>
    /// The values that are given to <paramref name="call"/>, also of a constructor, in the order of its arguments; also where it doesn't
    /// resolve.
    /// </summary>
    public IEnumerable<IOperation> GivenTo(IOperation call) => call switch
    {
        IInvocationOperation known => known.Arguments.Select(static argument => argument.Value),
        IObjectCreationOperation creation => creation.Arguments.Select(static argument => argument.Value),
        { Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: var given } } => OfSyntax(given),
        { Syntax: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var given } } => OfSyntax(given),
        _ => [],
    };

    private IEnumerable<IOperation> OfSyntax(SeparatedSyntaxList<ArgumentSyntax> given) =>
        given.Select(argument => Operation(argument.Expression)).OfType<IOperation>();

    /// <summary>The only operation that <paramref name="value"/> can come from; null where there are several.</summary>
    public IOperation? SoleSourceOf(IOperation? value) => SourcesOf(value) is [var sole] ? sole : null;

    /// <summary>
    /// The function that <paramref name="call"/> runs: the method that it names, or what the delegate that it invokes or starts as a task
    /// always is. Null where that is not known.
    /// </summary>
    public IMethodSymbol? FunctionOf(IInvocationOperation call) => FunctionsOf(call) is [var sole] ? sole : null;

    /// <summary>The functions that <paramref name="call"/> may run; none where one of them is not known.</summary>
    public IReadOnlyList<IMethodSymbol> FunctionsOf(IInvocationOperation call)
    {
        var work = call.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? call.Instance : StartedBy(call);
        if (work is null)
            return [call.TargetMethod];
        var functions = SourcesOf(work).Select(Function).ToList();
        return functions.Contains(null) ? [] : functions.OfType<IMethodSymbol>().ToList();
    }

    // await Task.Run(() => client.Send(message)): what fails in it fails here. A task that is left alone fails nobody.
    private static IOperation? StartedBy(IInvocationOperation call) => call is
    {
        TargetMethod: { Name: "Run", ContainingType.Name: "Task" } or { Name: "StartNew", ContainingType.Name: "TaskFactory" },
        Arguments: [var work, ..], Parent: not IExpressionStatementOperation,
    }
        ? work.Value : null;

    private static IMethodSymbol? Function(IOperation source)
    {
        var function = source;
        while (function is IDelegateCreationOperation or IConversionOperation)
            function = function.ChildOperations.FirstOrDefault();
        return function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
    }

    /// <summary>The constant that <paramref name="value"/> always is; null where it is none, or not always the same.</summary>
    public object? ConstantOf(IOperation? value)
    {
        object? constant = null;
        foreach (var source in SourcesOf(value))
        {
            if ((source.ConstantValue.Value ?? OtherFiles.ConstantOf(source)) is not { } one
                || (constant is not null && !constant.Equals(one)))
            {
                return null;
            }

            constant = one;
        }

        return constant;
    }

    /// <summary>
    /// The places where <paramref name="value"/> ends up: each is an operation that has the value and whose parent does
    /// something with it other than to pass it on. Null stands for a place outside of what can be seen.
    /// <paramref name="passesOn"/> names further operations that pass an operand on.
    /// </summary>
    public IReadOnlyList<IOperation?> UsesOf(IOperation value, Func<IOperation, bool>? passesOn = null)
    {
        var uses = new List<IOperation?>();
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0 && uses.Count < MaxSources)
        {
            cancellation.ThrowIfCancellationRequested();
            var operation = pending.Pop();
            if (!seen.Add(operation))
                continue;
            if (Reads.After(operation)?.ToList() is { } reads)
            {
                foreach (var read in reads.OfType<IOperation>())
                    pending.Push(read);
                if (reads.Contains(null))
                    uses.Add(null);
            }
            else if (operation.Parent is { } parent
                && (Transparent(parent)?.Contains(operation) == true
                    || parent is IConditionalAccessOperation
                    || passesOn?.Invoke(parent) == true))
            {
                pending.Push(parent);
            }
            else if (operation.Parent is IArgumentOperation { Parent: { } call }
                && (Transparent(call)?.Contains(operation) == true || passesOn?.Invoke(call) == true))
            {
                pending.Push(call);
            }
            else
            {
                uses.Add(operation);
            }
        }

        return uses;
    }

    /// <summary>
    /// The collection whose elements <paramref name="variable"/> holds one by one: of a
    /// foreach, or of a query's lambda. Null for any other.
    /// </summary>
    public IOperation? CollectionOf(ISymbol variable) =>
        variable.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == model.SyntaxTree
        ? reference.GetSyntax(cancellation) switch
        {
            ForEachStatementSyntax each => Operation(each.Expression),
            ParameterSyntax parameter when parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>()
                is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax query } }
                && Operation(query) is IInvocationOperation call
                && call.TargetMethod.ContainingNamespace is { Name: "Linq" or "System" or "Generic" } =>
                    call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
            _ => null,
        }
        : null;

    /// <summary>What <c>?.</c> was called on, for the operation that stands for it; any other operation itself.</summary>
    public static IOperation Receiver(IOperation operation)
    {
        if (operation is not IConditionalAccessInstanceOperation)
            return operation;
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.Operation != child)
                return access.Operation;
        }

        return operation;
    }

    // Operations whose value is that of an operand.
    private static IEnumerable<IOperation?>? Transparent(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => [conversion.Operand],
        IParenthesizedOperation parenthesized => [parenthesized.Operand],
        IAwaitOperation awaited => [awaited.Operation],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation { WhenFalse: { } otherwise, Type: not null } choice => [choice.WhenTrue, otherwise],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        IConditionalAccessOperation access => [access.WhenNotNull],
        IConditionalAccessInstanceOperation instance when Receiver(instance) is var receiver && receiver != instance => [receiver],
        ISimpleAssignmentOperation assignment => [assignment.Value],
        // Never a value.
        IThrowOperation => [],
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult", Instance: { } task } => [task],
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" }, Instance: { } task } =>
            [task],
        { } task when BoolTypes.OfTask(task) is var result && result != task => [result],
        _ => null,
    };
}
