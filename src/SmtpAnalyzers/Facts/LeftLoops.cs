using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Finds where a handler leaves the loop in which other replies are sent again and says nothing, by <c>break</c>, <c>return</c> or
/// <c>return false</c>, or says no more than that it has failed. Beside the others, that gives the message up. An exception that leaves
/// is the caller's to judge.
/// </summary>
internal sealed class LeftLoops(FunctionBody body, AccessPath reply, ReachAnalysis reach)
{
    private const string Phrase = "the retry loop is left";

    private static readonly ReplyCodeSet Replies = ReplyCodeSet.Transient | ReplyCodeSet.Permanent;

    public IEnumerable<OutcomeSite> Beside(IReadOnlyList<OutcomeSite> found)
    {
        if (reply.Root.Identity is not ControlFlowRegion { NestedRegions: [var attempt, ..] } tryAndCatch
            || found.FirstOrDefault(site => IsSentAgain(site) && attempt.Contains(site.Point.Block)) is not { } again)
        {
            return [];
        }

        var start = body.Graph.Blocks[attempt.FirstBlockOrdinal];
        var sites = from handler in tryAndCatch.Handlers()
                    let clause = Clause(again.Syntax, tryAndCatch, handler)
                    where clause is not null
                    from block in body.Graph.BlocksOf(handler)
                    from way in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor }
                    where way is not null && Leaves(way, handler, start, found)
                    let codes = CodesOn(way) & Replies
                    where !codes.IsEmpty
                    select new OutcomeSite(Outcome.GiveUp, PointOf(way), codes, Place(block, clause), Phrase);
        return sites.ToList();
    }

    private ReplyCodeSet CodesOn(ControlFlowBranch way) =>
        (way.IsConditionalSuccessor ? reach.OnConditional : reach.OnFallThrough)[way.Source.Ordinal];

    // Where a condition leads straight out, it is the answer that leaves.
    private static OutcomePoint PointOf(ControlFlowBranch way)
    {
        var (block, last) = (way.Source, Math.Max(0, way.Source.StepCount() - 1));
        return block.ConditionKind == ControlFlowConditionKind.None
            ? new(block, last)
            : new(block, last, block.BranchValue, way.IsConditionalSuccessor == (block.ConditionKind == ControlFlowConditionKind.WhenTrue));
    }

    private bool Leaves(
        ControlFlowBranch way, ControlFlowRegion handler, BasicBlock attempt, IReadOnlyList<OutcomeSite> found) => way switch
    {
        { Semantics: ControlFlowBranchSemantics.Return, Source.BranchValue: { } answer } =>
            BoolTypes.OfTask(answer).ConstantValue is { HasValue: true, Value: false or null }
            || found.Any(site => site.Outcome == Outcome.Failure && site.Point.Block == way.Source),
        { Destination: { } next } => !handler.Contains(next) && Reachability.Of(body) is var ways
            && !ways.Reaches(next, attempt) && ways.Reaches(next, body.Graph.Blocks[body.Graph.Blocks.Length - 1]),
        _ => false,
    };

    // The try is the one around the send that has as many handlers.
    private static CatchClauseSyntax? Clause(SyntaxNode send, ControlFlowRegion tryAndCatch, ControlFlowRegion handler) =>
        send.Ancestors().OfType<TryStatementSyntax>().FirstOrDefault(
            attempt => attempt.Catches.Count == tryAndCatch.NestedRegions.Length - 1)
            ?.Catches[tryAndCatch.NestedRegions.IndexOf(handler) - 1];

    private static SyntaxNode Place(BasicBlock block, CatchClauseSyntax clause) =>
        block.BranchValue is { } answer && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return ? answer.Syntax
        : clause.Block.DescendantNodes().OfType<StatementSyntax>()
            .Where(static node => node is BreakStatementSyntax or ReturnStatementSyntax { Expression: null }).ToList() is [var sole] ? sole
        : clause.Block;

    private static bool IsSentAgain(OutcomeSite site) => site.Outcome == Outcome.Retry && site.Phrase == SendAgain.Phrase
        && site.Codes.Overlaps(Replies);
}
