using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

/// <summary>A bool variable that is given a value.</summary>
/// <param name="Variable">The local or temporary.</param>
/// <param name="Value">What it is given; null where that cannot be seen.</param>
/// <param name="At">The operation that writes.</param>
/// <param name="Compound">How the value is combined with the old one; null where it takes its place.</param>
/// <param name="IsInside">Whether the step reads the variable beside this write: which comes first is not followed.</param>
internal sealed record FlagWrite(
    object Variable, IOperation? Value, IOperation At, BinaryOperatorKind? Compound = null, bool IsInside = false);

/// <summary>
/// What one step of a body does, whichever reply code is asked about. A step is passed many times, and its effect is the same each time.
/// </summary>
/// <param name="step">The step.</param>
/// <param name="operations">The step and all operations in it, from the outside inwards.</param>
/// <param name="definitions">The variables of the body.</param>
internal sealed class StepEffect(IOperation step, IOperation[] operations, VariableWrites definitions)
{
    // Most steps write nothing.
    private readonly bool _writes = Array.Exists(operations, Writes);
    private object[]? _written;
    private FlagWrite[]? _flagWrites;

    /// <summary>The step and all operations in it.</summary>
    public IOperation[] Operations => operations;

    /// <summary>Whether it sends a message.</summary>
    public bool Sends { get; } = Array.Exists(operations, OperationFacts.IsSending);

    /// <summary>The variables and temporaries it writes, or may write by reference.</summary>
    public object[] Written => _written ??= _writes ? FindAll(VariablesOf) : [];

    /// <summary>The bool variables and temporaries it writes, in the order in which that happens.</summary>
    public FlagWrite[] FlagWrites => _flagWrites ??= _writes ? FindFlagWrites() : [];

    // Of writes in one another the inner comes first.
    private FlagWrite[] FindFlagWrites()
    {
        var whole = step is IExpressionStatementOperation statement ? statement.Operation : step;
        var writes = FindAll(FlagsOf);
        if (writes.Length == 0 || (writes.Length == 1 && writes[0].At == whole))
            return writes;
        return writes
            .OrderBy(static write => write.At.Syntax.Span.End).ThenByDescending(static write => write.At.Syntax.SpanStart)
            .Select(write => write.At != whole && IsReadBeside(write) ? write with { IsInside = true } : write)
            .ToArray();
    }

    private T[] FindAll<T>(Func<IOperation, IEnumerable<T>> writtenBy)
    {
        var found = new List<T>();
        foreach (var operation in operations)
        {
            if (Writes(operation))
                found.AddRange(writtenBy(operation));
        }

        return found.ToArray();
    }

    private static bool Writes(IOperation operation) =>
        operation is IFlowCaptureOperation or IAssignmentOperation or IIncrementOrDecrementOperation
            or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };

    private IEnumerable<object> VariablesOf(IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => [capture.Id],
        IAssignmentOperation assignment => definitions.Targets(assignment.Target),
        IIncrementOrDecrementOperation increment => definitions.Targets(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => definitions.Targets(argument.Value),
        _ => [],
    };

    private IEnumerable<FlagWrite> FlagsOf(IOperation operation) => operation switch
    {
        IFlowCaptureOperation { Value.Type: { } type } capture when BoolTypes.IsBool(type) => [new(capture.Id, capture.Value, capture)],
        ISimpleAssignmentOperation assignment => Flags(assignment.Target).Select(flag => new FlagWrite(flag, assignment.Value, assignment)),
        ICompoundAssignmentOperation assignment =>
            Flags(assignment.Target).Select(flag => new FlagWrite(flag, assignment.Value, assignment, assignment.OperatorKind)),
        IDeconstructionAssignmentOperation deconstruction =>
            from part in VariableWrites.Parts(deconstruction.Target, deconstruction.Value)
            from flag in Flags(part.Target)
            select new FlagWrite(flag, part.Value, deconstruction),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument =>
            Flags(argument.Value).Select(flag => new FlagWrite(flag, null, argument)),
        _ => [],
    };

    private IEnumerable<ILocalSymbol> Flags(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: var local } => definitions.IsFlag(local) ? [local] : [],
        _ => definitions.Targets(target).OfType<ILocalSymbol>().Where(definitions.IsFlag),
    };

    private bool IsReadBeside(FlagWrite write) =>
        operations.OfType<ILocalReferenceOperation>()
            .Where(local => local.Local.Equals(write.Variable)
                && !(local.Parent is ISimpleAssignmentOperation assignment && assignment.Target == local))
            .Except(write.At.Descendants())
            .Any();
}
