using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Operations;

/// <summary>Finds the steps of one body by what they write and by where they stand, however many there are.</summary>
internal sealed class OperationIndex(ControlFlowGraph graph, VariableWrites definitions)
{
    private readonly Dictionary<TextSpan, (BasicBlock, int)?> _first = [];
    private Dictionary<IOperation, (BasicBlock Block, int Step)>? _steps;
    private ILookup<object, (BasicBlock Block, int Step, IOperation Operation)>? _writers;
    private (TextSpan Span, BasicBlock Block, int Step)[]? _bySpan;

    /// <summary>The steps that write <paramref name="variable"/>, a local, parameter or temporary, in the order of the graph.</summary>
    public IEnumerable<(BasicBlock Block, int Step, IOperation Operation)> Writing(object variable) => (_writers ??= (
        from at in All()
        from written in definitions.EffectOf(at.Operation).Written.Distinct()
        select (at, written)).ToLookup(static pair => pair.written, static pair => pair.at))[variable];

    /// <summary>Where <paramref name="step"/>, a whole step, stands, or null.</summary>
    public (BasicBlock Block, int Step)? Find(IOperation step)
    {
        _steps ??= All().ToDictionary(static at => at.Operation, static at => (at.Block, at.Step));
        return _steps.TryGetValue(step, out var found) ? found : null;
    }

    /// <summary>The first step of the graph that evaluates something within <paramref name="span"/>, or null.</summary>
    public (BasicBlock Block, int Step)? First(TextSpan span)
    {
        if (!_first.TryGetValue(span, out var first))
            _first[span] = first = Search(span);
        return first;
    }

    private (BasicBlock Block, int Step)? Search(TextSpan span)
    {
        _bySpan ??= BySpan();
        (BasicBlock Block, int Step)? first = null;
        for (var i = Start(span.Start); i < _bySpan.Length && _bySpan[i].Span.Start <= span.End; i++)
        {
            var (at, block, step) = _bySpan[i];
            if (span.Contains(at) && (first is not { } known || (block.Ordinal, step).CompareTo((known.Block.Ordinal, known.Step)) < 0))
                first = (block, step);
        }

        return first;
    }

    private (TextSpan Span, BasicBlock Block, int Step)[] BySpan()
    {
        var count = All().Sum(at => definitions.EffectOf(at.Operation).Operations.Length);
        var operations = new (TextSpan Span, BasicBlock Block, int Step)[count];
        foreach (var (block, step, whole) in All())
        {
            foreach (var operation in definitions.EffectOf(whole).Operations)
                operations[--count] = (operation.Syntax.Span, block, step);
        }

        Array.Sort(operations, static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return operations;
    }

    // The first operation that does not start before.
    private int Start(int position)
    {
        var (low, high) = (0, _bySpan!.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _bySpan[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private IEnumerable<(BasicBlock Block, int Step, IOperation Operation)> All()
    {
        foreach (var block in graph.Blocks)
        {
            for (var i = 0; i < block.StepCount(); i++)
                yield return (block, i, block.StepAt(i));
        }
    }
}
