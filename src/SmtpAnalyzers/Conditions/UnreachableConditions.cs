using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>A test of the reply code as it stands in the body.</summary>
/// <param name="Syntax">The case label, the comparison, the pattern.</param>
/// <param name="Asked">The codes that it asks for.</param>
/// <param name="Possible">The codes with which it can be true there.</param>
/// <param name="Coming">The codes with which control comes there.</param>
/// <param name="Block">The block it is evaluated in.</param>
internal sealed record PlacedCondition(SyntaxNode Syntax, ReplyCodeSet Asked, ReplyCodeSet Possible, ReplyCodeSet Coming, BasicBlock Block);

/// <summary>Finds the tests of the reply code with what can come to them. What a test asks is exact, and so is what comes, or more than that.</summary>
internal sealed class UnreachableConditions(AccessPath reply, FunctionBody body, ReachAnalysis reach, ConditionEvaluator tests)
{
    private static readonly ReplyCodeSet Meant = ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest) | ReplyCodeSet.Of(-1);

    /// <summary>
    /// All tests for certain codes, in source order; none where the code may change unseen, or where the sets rest on what a predicate is called.
    /// </summary>
    public IEnumerable<PlacedCondition> All()
    {
        if (!IsSteady(reply) || body.Graph.Blocks.SelectMany(body.OperationsOf).OfType<IInvocationOperation>().Any(call => tests.IsNamedPredicate(call, out _)))
            return [];
        return (
            from block in body.Graph.Blocks
            from at in reach.Steps(block)
            where at.State.Codes.Overlaps(Meant)
            from operation in body.Writes.EffectOf(at.Step).Operations
            from test in Of(operation, at.State, block)
            select test)
            .GroupBy(static test => test.Syntax)
            .Select(static same => same.Aggregate(static (one, other) => one with { Possible = one.Possible | other.Possible, Coming = one.Coming | other.Coming }))
            .OrderBy(static test => test.Syntax.SpanStart)
            .ToList();
    }

    private IEnumerable<PlacedCondition> Of(IOperation operation, FlowState state, BasicBlock block) => operation switch
    {
        IBinaryOperation { OperatorKind: not BinaryOperatorKind.NotEquals } binary when Constant(binary) is { } constant =>
            Test(AtomFinder.Label(constant.Syntax) is SwitchLabelSyntax label ? label : binary.Syntax, tests.Evaluate(binary, state), state, block),
        IIsPatternOperation isPattern => Alternatives(isPattern.Pattern).SelectMany(pattern =>
            Test(LabelOf(pattern.Syntax), tests.Pattern(pattern, isPattern.Value), state, block)),
        IInvocationOperation call when body.Lists.Asked(call) is { Elements: not null } || tests.ComparedWith(call, out _) is not null =>
            Test(call.Syntax, tests.Evaluate(call, state), state, block),
        _ => [],
    };

    private static IEnumerable<PlacedCondition> Test(SyntaxNode syntax, Constraint test, FlowState state, BasicBlock block) =>
        test.Equals(Constraint.Unknown) || ReplyCodeSet.AnyReply.IsSubsetOf(test.WhenTrue) || test.WhenTrue.IsSubsetOf(ReplyCodeSet.NoReply)
            ? []
            : [new(syntax, test.WhenTrue, test.WhenTrue & state.Codes, state.Codes, block)];

    private IOperation? Constant(IBinaryOperation binary) =>
        tests.Reads(binary.LeftOperand) is not null && binary.RightOperand.ConstantNumberOrText() is not null ? binary.RightOperand
        : tests.Reads(binary.RightOperand) is not null && binary.LeftOperand.ConstantNumberOrText() is not null ? binary.LeftOperand
        : null;

    // A negated pattern asks for all others, a discard for nothing. Without recursion: a list of thousands of constants is as deep.
    private static IEnumerable<IPatternOperation> Alternatives(IPatternOperation pattern)
    {
        var pending = new Stack<IPatternOperation>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                    pending.Push(or.RightPattern);
                    pending.Push(or.LeftPattern);
                    break;
                case INegatedPatternOperation or IDiscardPatternOperation or IDeclarationPatternOperation or ITypePatternOperation:
                    break;
                case var alternative:
                    yield return alternative;
                    break;
            }
        }
    }

    private static SyntaxNode LabelOf(SyntaxNode pattern) => pattern.Parent switch
    {
        CasePatternSwitchLabelSyntax { WhenClause: null } label => label,
        _ when AtomFinder.Label(pattern) is SwitchLabelSyntax label => label,
        _ => pattern,
    };

    // A caught exception, or a variable of which every write is seen; of it, only what keeps its value.
    private bool IsSteady(AccessPath place) => place switch
    {
        AccessPath.Variable { Identity: ControlFlowRegion or IOperation } => true,
        AccessPath.Variable { Identity: ISymbol symbol } => body.Writes.Writes(symbol).All(static written => written is not null),
        AccessPath.Member { Symbol: var member } part => IsOfException(member.ContainingType) && IsSteady(part.Owner),
        AccessPath.Element element => IsSteady(element.Owner) && element.Variables.All(IsSteady),
        _ => false,
    };

    private static bool IsOfException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } or { Name: "SmtpResponse", ContainingNamespace.Name: "Smtp" })
                return true;
        }

        return false;
    }
}
