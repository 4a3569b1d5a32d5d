using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes the answer "sent" that has no name: a method called Send or TrySend returns true after the send, and its handler returns
/// true as well. A handler that does anything but log may have found another way to deliver, or have taken the mail out of a queue; one
/// that returns true for permanent replies only may mean that nothing is left to do.
/// </summary>
internal sealed class SentByAnswer(FunctionBody body, AccessPath reply)
{
    private bool? _answersSent;

    public IEnumerable<OutcomeSite> Returned(ProgramPoint at, IOperation value)
    {
        if (value.ConstantValue is not { HasValue: true, Value: true }
            || reply.Root.Identity is not ControlFlowRegion tryAndCatch
            || !at.State.Codes.Overlaps(ReplyCodeSet.Transient)
            || Handler(at.Block, tryAndCatch) is not { } handler
            || !(_answersSent ??= AnswersSent(tryAndCatch))
            || DoesMore(handler))
        {
            yield break;
        }

        yield return new OutcomeSite(
            Outcome.Delivered, new(at.Block, at.Step), at.State.Codes, value.Syntax, $"'{body.Name}' returns true, as after sending");
    }

    private static ControlFlowRegion? Handler(BasicBlock block, ControlFlowRegion tryAndCatch) =>
        tryAndCatch.Handlers().FirstOrDefault(handler => handler.Contains(block));

    private bool AnswersSent(ControlFlowRegion tryAndCatch) =>
        body.Name is { } name
        && WordSplitter.OfName(name).SkipWhile(static word => word == "try").FirstOrDefault() is { } verb
        && ContextWords.Sending.Contains(verb)
        && body.Calls(tryAndCatch.NestedRegions[0]).Any(body.Mail.IsClientSend)
        && body.Graph.Blocks.Any(static block => block.EnclosingRegion.Within(ControlFlowRegionKind.Catch) is null
            && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return
            && block.BranchValue is { } answer && BoolTypes.OfTask(answer).ConstantValue is { HasValue: true, Value: true });

    private bool DoesMore(ControlFlowRegion handler) => body.Graph.BlocksOf(handler).SelectMany(body.OperationsOf).Any(static operation =>
        operation switch
        {
            IInvocationOperation { TargetMethod: var called } call => called.MethodKind == MethodKind.DelegateInvoke
                || (!CallKinds.IsReport(call) && !CallKinds.IsFramework(called.ContainingType)),
            IAssignmentOperation assignment => assignment.Target is not (ILocalReferenceOperation or IDiscardOperation),
            IIncrementOrDecrementOperation => true,
            _ => false,
        });
}
