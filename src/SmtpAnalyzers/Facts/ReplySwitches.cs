using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A switch over a reply code.</summary>
/// <param name="Syntax">The statement or expression.</param>
/// <param name="First">The block in which it begins.</param>
/// <param name="Coming">The codes that come to it.</param>
/// <param name="Named">The codes that its labels or arms ask for.</param>
internal sealed record ReplySwitch(SyntaxNode Syntax, BasicBlock First, ReplyCodeSet Coming, ReplyCodeSet Named)
{
    public SyntaxToken Keyword => Syntax switch
    {
        SwitchStatementSyntax statement => statement.SwitchKeyword,
        SwitchExpressionSyntax expression => expression.SwitchKeyword,
        _ => Syntax.GetFirstToken(),
    };

    /// <summary>Whether the exception is thrown again by default: the caller decides about what the switch does not list.</summary>
    public bool RethrowsOthers => Syntax.DescendantNodes().OfType<SwitchSectionSyntax>()
        .Any(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any()
            && section.DescendantNodes().OfType<ThrowStatementSyntax>().Any(static thrown =>
                thrown.Expression is null or IdentifierNameSyntax));

    public ReplySwitch Join(ReplySwitch other) => this with { Coming = Coming | other.Coming, Named = Named | other.Named };
}

/// <summary>Finds the switches over the reply code.</summary>
internal sealed class ReplySwitches(FunctionBody body, ReachAnalysis reach, ConditionBuilder conditions)
{
    public IEnumerable<ReplySwitch> All()
    {
        var switches = new Dictionary<SyntaxNode, ReplySwitch>();
        foreach (var block in body.Graph.Blocks)
        {
            foreach (var (_, step, state) in reach.Steps(block))
            {
                if (!state.Codes.IsEmpty)
                    Add(switches, step, state.Codes, block);
            }
        }

        return switches.Values;
    }

    private void Add(Dictionary<SyntaxNode, ReplySwitch> switches, IOperation step, ReplyCodeSet coming, BasicBlock block)
    {
        foreach (var operation in body.Writes.EffectOf(step).Operations)
        {
            if (Asked(operation) is not { } asked || SwitchOf(operation) is not { } whole)
                continue;
            var part = new ReplySwitch(whole, block, coming, asked);
            switches[whole] = switches.TryGetValue(whole, out var known) ? known.Join(part) : part;
        }
    }

    // The codes that a label or arm asks for; null for what is no test of the reply code.
    private ReplyCodeSet? Asked(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left, RightOperand: var right }
            when conditions.Reads(left) is not null || conditions.Reads(right) is not null => CodeTests.Named(conditions.Of(operation)),
        IIsPatternOperation { Value: var value } when conditions.Reads(value) is not null => CodeTests.Named(conditions.Of(operation)),
        _ => null,
    };

    // The switch whose label or arm the test is, not one that it stands in.
    private static SyntaxNode? SwitchOf(IOperation test)
    {
        var part = test switch
        {
            IBinaryOperation { RightOperand.Syntax: var constant } when CodeTests.LabelOf(constant) is SwitchLabelSyntax => constant,
            IIsPatternOperation { Pattern.Syntax: var pattern } => pattern,
            _ => null,
        };
        while (part is PatternSyntax or (ExpressionSyntax and not IsPatternExpressionSyntax))
            part = part.Parent;
        return part switch
        {
            SwitchLabelSyntax label => label.Parent?.Parent as SwitchStatementSyntax,
            SwitchExpressionArmSyntax arm => arm.Parent as SwitchExpressionSyntax,
            _ => null,
        };
    }

    /// <summary>
    /// Whether something is done with <paramref name="codes"/> that is not understood: in the switch something is called or stored, or
    /// after it, too, something is returned, that is none of the <paramref name="understood"/> pieces of evidence. To log is to do nothing.
    /// </summary>
    public bool DoesUnknown(ReplyCodeSet codes, ReplySwitch one, IReadOnlyCollection<SyntaxNode> understood) => (
        from block in After(one.First)
        from at in reach.Steps(block)
        where codes.IsSubsetOf(at.State.Codes)
        where (ReferenceEquals(at.Step, block.BranchValue) && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            || (one.Syntax.Span.Contains(at.Step.Syntax.Span) && IsDone(at.Step, one.Syntax))
        where !understood.Any(known => at.Step.Syntax.Span.IntersectsWith(known.Span))
        select at).Any();

    private static bool IsDone(IOperation step, SyntaxNode whole) => step.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation call => !CallKinds.IsReport(call),
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        // The value of an arm.
        IFlowCaptureOperation { Value.Syntax: { Parent: SwitchExpressionArmSyntax arm } value } =>
            arm.Expression == value && arm.Parent == whole,
        _ => false,
    });

    /// <summary>
    /// Whether some of <paramref name="codes"/>, on their way from <paramref name="start"/> on, are handed to something else that may look
    /// at them.
    /// </summary>
    public bool HandsOn(ReplyCodeSet codes, BasicBlock start, SyntaxNode? known) => (
        from block in After(start)
        from at in reach.Steps(block)
        where at.State.Codes.Overlaps(codes)
        from operation in body.Writes.EffectOf(at.Step).Operations
        where operation.Syntax != known
        let arguments = operation switch
        {
            IInvocationOperation call when !CallKinds.IsReport(call) =>
                call.Arguments.Select(static argument => argument.Value).Concat(call.Instance is null ? [] : [call.Instance]),
            IObjectCreationOperation { Type: { } type } creation when !CallKinds.IsFramework(type) =>
                creation.Arguments.Select(static argument => argument.Value),
            _ => [],
        }
        from argument in arguments
        where conditions.Reads(argument) is not null || conditions.IsOwner(body.Resolver.PlaceOf(argument.Unconverted()))
        select argument).Any();

    // The blocks from start on that control can come to from there, in order.
    private IEnumerable<BasicBlock> After(BasicBlock start)
    {
        var seen = new SortedSet<int>();
        var pending = new Stack<BasicBlock>();
        pending.Push(start);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!seen.Add(block.Ordinal))
                continue;
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is { } destination)
                    pending.Push(destination);
            }
        }

        return seen.Where(ordinal => ordinal >= start.Ordinal).Select(ordinal => body.Graph.Blocks[ordinal]);
    }
}
