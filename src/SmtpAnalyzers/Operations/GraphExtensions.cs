using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Operations;

internal static class GraphExtensions
{
    /// <summary>The operations of a block in the order they run, the branch value last.</summary>
    public static IEnumerable<IOperation> Steps(this BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Append(block.BranchValue);

    public static int StepCount(this BasicBlock block) => block.Operations.Length + (block.BranchValue is null ? 0 : 1);

    /// <summary>One of the <see cref="Steps"/>.</summary>
    public static IOperation StepAt(this BasicBlock block, int index) =>
        index < block.Operations.Length ? block.Operations[index] : block.BranchValue!;

    /// <summary>Every operation of a block, nested ones included. Nested functions are graphs of their own and not entered.</summary>
    public static IEnumerable<IOperation> AllOperations(this BasicBlock block) =>
        block.Steps().SelectMany(static step => step.DescendantsAndSelf());

    /// <summary>The innermost region of <paramref name="kind"/> around <paramref name="region"/>, itself included, or null.</summary>
    public static ControlFlowRegion? Within(this ControlFlowRegion? region, ControlFlowRegionKind kind)
    {
        while (region is not null && region.Kind != kind)
            region = region.Around();
        return region;
    }

    /// <summary>
    /// The region around <paramref name="region"/> in the same function: what stands around a local function is not entered with it.
    /// </summary>
    public static ControlFlowRegion? Around(this ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;

    /// <summary>All regions of <paramref name="kind"/>, outer ones first.</summary>
    public static IEnumerable<ControlFlowRegion> Regions(this ControlFlowGraph graph, ControlFlowRegionKind kind)
    {
        var pending = new Stack<ControlFlowRegion>();
        pending.Push(graph.Root);
        while (pending.Count > 0)
        {
            var region = pending.Pop();
            if (region.Kind == kind)
                yield return region;
            for (var i = region.NestedRegions.Length - 1; i >= 0; i--)
                pending.Push(region.NestedRegions[i]);
        }
    }

    public static bool Contains(this ControlFlowRegion region, BasicBlock block) =>
        block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal;

    /// <summary>
    /// The handlers of a try in the order the runtime asks them: catch regions, or a filter with its catch. The first nested region is
    /// the try itself.
    /// </summary>
    public static IEnumerable<ControlFlowRegion> Handlers(this ControlFlowRegion tryAndCatch) =>
        tryAndCatch.NestedRegions.Skip(1);

    /// <summary>What runs when <paramref name="handler"/> has caught an exception: all but its filter.</summary>
    public static ControlFlowRegion AfterFilter(this ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.FilterAndHandler ? handler.NestedRegions[1] : handler;

    /// <summary>Whether a handler of the try may catch <paramref name="exception"/>, by its type.</summary>
    public static bool MayCatch(this ControlFlowRegion tryAndCatch, ITypeSymbol exception)
    {
        for (var i = 1; i < tryAndCatch.NestedRegions.Length; i++)
        {
            if (tryAndCatch.NestedRegions[i].ExceptionType is not { } type
                || MailSymbols.Derives(exception, type) || MailSymbols.Derives(type, exception))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="handler"/> always ends with <c>throw;</c>, whatever it does before.</summary>
    public static bool ThrowsOn(this ControlFlowGraph graph, ControlFlowRegion handler) =>
        graph.BlocksOf(handler).All(block => StaysIn(handler, block.ConditionalSuccessor) && StaysIn(handler, block.FallThroughSuccessor));

    // No other way leaves the handler: neither its end nor a return, a jump or another exception.
    private static bool StaysIn(ControlFlowRegion handler, ControlFlowBranch? branch) => branch is null
        || branch.Semantics is ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.StructuredExceptionHandling
        || (branch.Semantics == ControlFlowBranchSemantics.Regular && !branch.LeavingRegions.Contains(handler));

    /// <summary>The handlers that let an exception go before it meets <paramref name="handler"/>, the nearest first.</summary>
    public static IEnumerable<ControlFlowRegion> HandlersBefore(this ControlFlowRegion tryAndCatch, ControlFlowRegion handler)
    {
        for (var i = tryAndCatch.NestedRegions.IndexOf(handler) - 1; i > 0; i--)
            yield return tryAndCatch.NestedRegions[i];
    }

    /// <summary>
    /// The try statement that <paramref name="tryAndCatch"/> is the region of, and that runs <paramref name="node"/> in
    /// <paramref name="block"/>: both have as many tries with handlers in between. Null where it runs it elsewhere.
    /// </summary>
    public static TryStatementSyntax? TryAround(this ControlFlowRegion tryAndCatch, BasicBlock block, SyntaxNode node)
    {
        var inner = 0;
        for (var region = block.EnclosingRegion.Within(ControlFlowRegionKind.Try);
            region is not null;
            region = region.Around().Within(ControlFlowRegionKind.Try))
        {
            if (region.EnclosingRegion == tryAndCatch)
                return CallSyntax.TriesAround(node).ElementAtOrDefault(inner);
            if (region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch })
                inner++;
        }

        return null;
    }

    /// <summary>
    /// The handlers around <paramref name="node"/>, which runs in <paramref name="block"/>, the innermost first, each with its clause.
    /// </summary>
    public static IEnumerable<(ControlFlowRegion Handler, CatchClauseSyntax Clause)> HandlersAround(this BasicBlock block, SyntaxNode node)
    {
        var clauses = node.Ancestors().OfType<CatchClauseSyntax>().ToList();
        var depth = 0;
        for (var region = block.EnclosingRegion; region is not null && depth < clauses.Count; region = region.Around())
        {
            if (region.Kind != ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch })
                yield return (region, clauses[depth++]);
        }
    }

    /// <summary>The blocks of <paramref name="region"/>, in order.</summary>
    public static IEnumerable<BasicBlock> BlocksOf(this ControlFlowGraph graph, ControlFlowRegion region) =>
        Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .Select(ordinal => graph.Blocks[ordinal]);

    /// <summary>
    /// The number that <paramref name="operation"/> is, a character's included, seen through the conversions that hide it; else null.
    /// </summary>
    public static long? Constant(this IOperation? operation) => operation.ConstantNumberOrText() as long?;

    /// <summary>
    /// The <c>long</c> or <c>string</c> that <paramref name="operation"/> is, seen through the conversions that hide it; else null.
    /// </summary>
    public static object? ConstantNumberOrText(this IOperation? operation)
    {
        while (operation is not null)
        {
            if (operation.ConstantValue is { HasValue: true, Value: { } value })
            {
                return value switch
                {
                    int number => (long)number,
                    long number => number,
                    short number => (long)number,
                    byte number => (long)number,
                    uint number => (long)number,
                    ushort number => (long)number,
                    sbyte number => (long)number,
                    char character => (long)character,
                    string text => text,
                    _ => null,
                };
            }

            operation = operation is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : null;
        }

        return null;
    }
}
