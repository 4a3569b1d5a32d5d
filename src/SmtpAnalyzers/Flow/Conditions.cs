using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.Flow;

/// <summary>What the conditions of a body look at besides the reply code.</summary>
internal sealed class Conditions(Body body, ReachAnalysis reach, TestEvaluator tests, Place reply)
{
    /// <summary>Whether a condition looks at an attempt count, an age or a deadline.</summary>
    public bool Counts(IOperation condition) => condition.DescendantsAndSelf().Any(operation => operation switch
    {
        ILocalReferenceOperation local => IsCounter(local.Local.Name, local.Type) || body.Definitions.IsCounter(local.Local),
        IParameterReferenceOperation parameter => IsCounter(parameter.Parameter.Name, parameter.Type) || body.Definitions.IsCounter(parameter.Parameter),
        IPropertyReferenceOperation property => IsCounter(property.Property.Name, property.Type) || property.Property.Name == "IsCancellationRequested",
        IFieldReferenceOperation field => !field.Field.HasConstantValue && IsCounter(field.Field.Name, field.Type),
        IIncrementOrDecrementOperation => true,
        IInvocationOperation call => Vocabulary.Default.IsCounting(call.TargetMethod.Name),
        _ => false,
    });

    /// <summary>
    /// Whether control comes to <paramref name="anchor"/> only by one side of an earlier condition that explains the outcome: one that looks at
    /// something else of the same reply (its text, its command), or, where <paramref name="countsExplain"/>, at a count, an age or a deadline.
    /// </summary>
    public bool Explain(BasicBlock anchor, bool countsExplain)
    {
        var start = Start();
        return Guards().Any(guard =>
            guard.Block.Ordinal < anchor.Ordinal
            && (guard.LooksElsewhere || countsExplain)
            && start.Any(first => Reaches(first, guard.Block, without: null))
            && (!start.Any(first => Reaches(first, anchor, guard.Block.ConditionalSuccessor))
                || !start.Any(first => Reaches(first, anchor, guard.Block.FallThroughSuccessor))));
    }

    private IReadOnlyList<(BasicBlock Block, bool LooksElsewhere)>? _guards;

    // The conditions of the body that could explain anything.
    private IReadOnlyList<(BasicBlock Block, bool LooksElsewhere)> Guards() => _guards ??= (
        from block in body.Graph.Blocks
        where block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is not null && !reach.Entry(block).Codes.IsEmpty
        let elsewhere = LooksElsewhere(block.BranchValue!, reach.Entry(block))
        where elsewhere || Counts(block.BranchValue!)
        select (block, elsewhere)).ToList();

    // Its text, its command, or something only a helper knows. How many inner exceptions there are says nothing about this one.
    private bool LooksElsewhere(IOperation condition, FlowState state) =>
        tests.Evaluate(condition, state).Equals(Test.Unknown)
        && condition.DescendantsAndSelf().Select(body.Definitions.Unwrap).Any(operation => operation switch
        {
            IPropertyReferenceOperation { Instance: { } owner, Type: not IArrayTypeSymbol } property => IsOwner(owner) && !body.Mail.IsReplyCode(property.Type),
            IInvocationOperation call => (call.Instance is { } owner && IsOwner(owner)) || call.Arguments.Any(argument => IsOwner(argument.Value)),
            _ => false,
        });

    private bool IsOwner(IOperation operation) => tests.IsOwner(body.Resolver.PlaceOf(operation)) || tests.Reads(operation) is not null;

    // A caught exception begins where it is caught; any other reply code is there from the start.
    private BasicBlock[] Start() => reply.Root.Identity is ControlFlowRegion tryAndCatch
        ? tryAndCatch.Handlers().Select(handler => body.Graph.Blocks[handler.FirstBlockOrdinal]).ToArray()
        : [body.Graph.Blocks[0]];

    private static bool Reaches(BasicBlock from, BasicBlock to, ControlFlowBranch? without)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<BasicBlock>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (block == to)
                return true;
            if (!seen.Add(block.Ordinal))
                continue;
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is { } destination && !ReferenceEquals(branch, without))
                    pending.Push(destination);
            }
        }

        return false;
    }

    private static bool IsCounter(string name, ITypeSymbol? type) =>
        type?.SpecialType != SpecialType.System_Boolean && Vocabulary.Default.IsCounting(name);
}
