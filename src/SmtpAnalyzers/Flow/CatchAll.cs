using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Flow;

/// <summary>
/// Recognizes a handler that takes the failure of a send without a look at its reply code. One that passes the exception on, that comes
/// after other attempts, or that an earlier filter leaves what it will, is none: there may be reasons.
/// </summary>
/// <param name="body">The body with the handler.</param>
/// <param name="reach">The codes that come to each block of it.</param>
/// <param name="tests">Its conditions.</param>
/// <param name="conditions">What could explain an outcome.</param>
/// <param name="ofRetry">
/// Whether a retry is blamed. Then a function of the program's may send, which may have tried several times, and that the attempts are
/// counted explains nothing.
/// </param>
internal sealed class CatchAll(
    FunctionBody body, ReachAnalysis reach, ConditionBuilder tests, Explanations conditions, bool ofRetry)
{
    private readonly Dictionary<ControlFlowRegion, bool> _isAll = [];

    /// <summary>
    /// The handler around <paramref name="place"/>, where <paramref name="syntax"/> stands, to which <paramref name="code"/> comes, as
    /// what is to blame for it; else null.
    /// </summary>
    public Cause? Find(OutcomePoint place, SyntaxNode syntax, int code)
    {
        foreach (var (handler, clause) in place.Block.HandlersAround(syntax))
        {
            if (handler.AfterFilter().Contains(place.Block) && handler.EnclosingRegion is { } tryAndCatch && reach.IsCaughtBy(tryAndCatch))
            {
                var first = body.Graph.Blocks[handler.AfterFilter().FirstBlockOrdinal];
                return reach.Entry(first).Codes.Contains(code) && IsAll(tryAndCatch, handler)
                    ? new Cause(new ConditionAtom(MatchKind.Handler, clause, clause), first, 0)
                    : null;
            }
        }

        return null;
    }

    private bool IsAll(ControlFlowRegion tryAndCatch, ControlFlowRegion handler)
    {
        if (!_isAll.TryGetValue(handler, out var isAll))
            _isAll[handler] = isAll = TakesAll(tryAndCatch, handler);
        return isAll;
    }

    private bool TakesAll(ControlFlowRegion tryAndCatch, ControlFlowRegion handler) =>
        Sends(tryAndCatch)
        && (handler.Kind == ControlFlowRegionKind.Catch || LetsAllIn(handler))
        && !PassesOn(tryAndCatch, handler)
        && tryAndCatch.Within(ControlFlowRegionKind.Catch) is null
        && tryAndCatch.HandlersBefore(handler)
            .All(earlier => LooksAtTheCodeAlone(tryAndCatch, earlier) || (ofRetry && LooksAtCountsAlone(earlier)))
        && (ofRetry || !conditions.IsGuardedByCount(tryAndCatch));

    // Directly and once: a loop or an inner try may have tried several times.
    private bool Sends(ControlFlowRegion tryAndCatch) => body.CallsThrowingTo(tryAndCatch).Any(call =>
        !IsInLoop(call.Syntax)
        && (ofRetry ? body.Sends(call) : call is IInvocationOperation known && MailSymbols.IsSending(known) && body.Mail.IsClient(known)));

    private static bool IsInLoop(SyntaxNode send) => send.Ancestors().TakeWhile(static node => node is not TryStatementSyntax)
        .Any(CallSyntax.IsLoop);

    // The caller may look at the code.
    private bool PassesOn(ControlFlowRegion tryAndCatch, ControlFlowRegion handler) => body.Graph.BlocksOf(handler).Any(block =>
        block.ConditionalSuccessor?.Semantics == ControlFlowBranchSemantics.Rethrow
        || block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Rethrow
        || IsCaught(block.BranchValue)
        || body.OperationsOf(block).OfType<IInvocationOperation>()
            .Any(static call => call.TargetMethod.ContainingType?.Name == "ExceptionDispatchInfo"));

    // It is thrown or returned.
    private bool IsCaught(IOperation? leaving) =>
        leaving?.Unconverted() is ILocalReferenceOperation { Local: var local }
        && body.Writes.CaughtBy(local) is { } region
        && reach.IsCaughtBy(region);

    // when (ex is SmtpCommandException or IOException)
    private bool LetsAllIn(ControlFlowRegion handler) => LooksAtTheExceptionAlone(handler.NestedRegions[0])
        && (EntryOf(handler).Codes & ReplyCodeSet.Refusals).IsSubsetOf(EntryOf(handler.AfterFilter()).Codes);

    private FlowState EntryOf(ControlFlowRegion region) => reach.Entry(body.Graph.Blocks[region.FirstBlockOrdinal]);

    private bool LooksAtTheCodeAlone(ControlFlowRegion tryAndCatch, ControlFlowRegion earlier) =>
        earlier.Kind != ControlFlowRegionKind.FilterAndHandler
        || reach.Admits(tryAndCatch, earlier).WhenTrue.IsSubsetOf(ReplyCodeSet.NoReply)
        || LooksAtTheExceptionAlone(earlier.NestedRegions[0]);

    private bool LooksAtCountsAlone(ControlFlowRegion handler) => body.Graph.BlocksOf(handler.NestedRegions[0]).All(block =>
        block.ConditionKind == ControlFlowConditionKind.None || (block.BranchValue is { } condition && conditions.Counts(condition)));

    private bool LooksAtTheExceptionAlone(ControlFlowRegion filter) =>
        body.Graph.BlocksOf(filter).All(block => block.ConditionKind == ControlFlowConditionKind.None
            || tests.Evaluate(block.BranchValue, reach.Before(block, int.MaxValue)).IsExact);
}
