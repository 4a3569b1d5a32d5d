using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A test of the reply code as it stands in the body.</summary>
/// <param name="Syntax">The case label, the comparison, the pattern.</param>
/// <param name="Asked">The codes that it asks for.</param>
/// <param name="Possible">The codes with which it can be true there.</param>
/// <param name="Coming">The codes with which control comes there.</param>
/// <param name="Block">The block it is evaluated in.</param>
internal sealed record PlacedCondition(SyntaxNode Syntax, ReplyCodeSet Asked, ReplyCodeSet Possible, ReplyCodeSet Coming, BasicBlock Block)
{
    public PlacedCondition Join(PlacedCondition other) =>
        this with { Asked = Asked | other.Asked, Possible = Possible | other.Possible, Coming = Coming | other.Coming };
}

/// <summary>
/// Finds the tests of the reply code with what can come to them. What a test asks is exact, and so is what comes, or more than that.
/// </summary>
internal sealed class PlacedConditions(AccessPath reply, FunctionBody body, ReachAnalysis reach, ConditionBuilder conditions)
{
    private static readonly ReplyCodeSet Meant = ReplyCodeSet.Real | ReplyCodeSet.Of(ReplyCodes.NoReply);

    /// <summary>
    /// All tests for certain codes, in source order; none where the code may change unseen, or where the sets rest on what a predicate is
    /// called.
    /// </summary>
    public IEnumerable<PlacedCondition> All()
    {
        if (!IsSteady(reply) || Array.Exists(body.AllOperations, IsPredicate))
            return [];
        var placed = new Dictionary<SyntaxNode, PlacedCondition>();
        foreach (var block in body.Graph.Blocks)
        {
            foreach (var (_, step, state) in reach.Steps(block))
            {
                if (state.Codes.Overlaps(Meant))
                    Add(placed, step, state.Codes, block);
            }
        }

        return placed.Values.OrderBy(static test => test.Syntax.SpanStart).ToList();
    }

    private void Add(Dictionary<SyntaxNode, PlacedCondition> placed, IOperation step, ReplyCodeSet coming, BasicBlock block)
    {
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            if (!IsTest(operation))
                continue;
            foreach (var (syntax, codes) in CodeTests.In(conditions.Of(operation)))
            {
                var test = new PlacedCondition(syntax, codes, codes & coming, coming, block);
                placed[syntax] = placed.TryGetValue(syntax, out var same) ? same.Join(test) : test;
            }
        }
    }

    private bool IsPredicate(IOperation operation) =>
        operation is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean }
        && conditions.Of(operation) is Condition.Atom { WhenTrue: MatchKind.Predicate };

    // And, or and not are asked by their operands, which are operations of their own.
    private static bool IsTest(IOperation operation) => operation is IIsPatternOperation
        or IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean }
        or IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Equals
                or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
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

    private static bool IsOfException(ITypeSymbol? type) => MailSymbols.BasesAndSelf(type).Any(static one => one
        is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        or { Name: "SmtpResponse", ContainingNamespace.Name: "Smtp" });
}
