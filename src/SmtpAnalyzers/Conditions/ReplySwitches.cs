using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Conditions;

/// <summary>A switch over a reply code.</summary>
/// <param name="Syntax">The statement or expression.</param>
/// <param name="First">The block in which it begins.</param>
/// <param name="Coming">The codes that come to it.</param>
/// <param name="Named">The codes that its labels or arms ask for.</param>
internal sealed record ReplySwitch(SyntaxNode Syntax, BasicBlock First, ReplyCodeSet Coming, ReplyCodeSet Named);

/// <summary>Finds the switches over the reply code.</summary>
internal sealed class ReplySwitches(FunctionBody body, ReachAnalysis reach, ConditionEvaluator tests)
{
    public IEnumerable<ReplySwitch> All() => (
        from block in body.Graph.Blocks
        from at in reach.Steps(block)
        where !at.State.Codes.IsEmpty
        from operation in body.Writes.EffectOf(at.Step).Operations
        let asked = Asked(operation, at.State)
        where asked is not null
        let whole = SwitchOf(operation)
        where whole is not null
        select new ReplySwitch(whole, block, at.State.Codes, asked))
        .GroupBy(static part => part.Syntax)
        .Select(static parts => parts.Aggregate(static (one, other) => one with { Coming = one.Coming | other.Coming, Named = one.Named | other.Named }));

    private ReplyCodeSet? Asked(IOperation operation, FlowState state) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } binary when tests.Reads(binary.LeftOperand) is not null || tests.Reads(binary.RightOperand) is not null =>
            tests.Evaluate(binary, state).WhenTrue,
        IIsPatternOperation isPattern when tests.Reads(isPattern.Value) is not null => isPattern.Pattern is IDiscardPatternOperation or IDeclarationPatternOperation
            ? ReplyCodeSet.Empty
            : tests.Evaluate(isPattern, state).WhenTrue,
        _ => null,
    };

    // The switch whose label or arm the test is, not one that it stands in.
    private static SyntaxNode? SwitchOf(IOperation test)
    {
        var part = test is IBinaryOperation { RightOperand.Syntax: var constant } && AtomFinder.Label(constant) is SwitchLabelSyntax ? constant
            : test is IIsPatternOperation { Pattern.Syntax: var pattern } ? pattern
            : null;
        while (part is ExpressionSyntax or PatternSyntax)
            part = part.Parent;
        return part switch
        {
            SwitchLabelSyntax label => label.Parent?.Parent as SwitchStatementSyntax,
            SwitchExpressionArmSyntax arm => arm.Parent as SwitchExpressionSyntax,
            _ => null,
        };
    }

    /// <summary>
    /// Whether something is done with <paramref name="codes"/> that is not understood: in the switch something is called or stored, or after it, too, something
    /// is returned, that is none of the <paramref name="understood"/> pieces of evidence. To log is to do nothing.
    /// </summary>
    public bool DoesUnknown(ReplyCodeSet codes, ReplySwitch one, IReadOnlyCollection<SyntaxNode> understood) => (
        from block in body.Graph.Blocks.Skip(one.First.Ordinal)
        where Reachability.Of(body).Reaches(one.First, block)
        from at in reach.Steps(block)
        where codes.IsSubsetOf(at.State.Codes)
        where (ReferenceEquals(at.Step, block.BranchValue) && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            || (one.Syntax.Span.Contains(at.Step.Syntax.Span) && IsDone(at.Step, one.Syntax))
        where !understood.Any(known => at.Step.Syntax.Span.IntersectsWith(known.Span))
        select at).Any();

    private static bool IsDone(IOperation step, SyntaxNode whole) => step.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation call => !Reporting.IsReport(call),
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        // The value of an arm.
        IFlowCaptureOperation { Value: var value } => value.Syntax.Parent is SwitchExpressionArmSyntax arm && arm.Expression == value.Syntax && arm.Parent == whole,
        _ => false,
    });

    /// <summary>Whether some of <paramref name="codes"/>, on their way from <paramref name="start"/> on, are handed to something else that may look at them.</summary>
    public bool HandsOn(ReplyCodeSet codes, BasicBlock start) => (
        from block in body.Graph.Blocks.Skip(start.Ordinal)
        where Reachability.Of(body).Reaches(start, block)
        from at in reach.Steps(block)
        where at.State.Codes.Overlaps(codes)
        from operation in body.Writes.EffectOf(at.Step).Operations
        let arguments = operation switch
        {
            IInvocationOperation call when !Reporting.IsReport(call) => call.Arguments.Select(argument => argument.Value).Concat(call.Instance is null ? [] : [call.Instance]),
            IObjectCreationOperation { Type: { } type } creation when !OperationFacts.IsFramework(type) => creation.Arguments.Select(argument => argument.Value),
            _ => [],
        }
        from argument in arguments
        where tests.Reads(argument) is not null || tests.IsOwner(body.Resolver.PlaceOf(argument is IConversionOperation conversion ? conversion.Operand : argument))
        select argument).Any();
}
