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

    public IEnumerable<OutcomeSite> Beside(IReadOnlyList<OutcomeSite> found)
    {
        if (reply.Root.Identity is not ControlFlowRegion { NestedRegions: [var attempt, ..] } tryAndCatch
            || found.FirstOrDefault(site => IsSentAgain(site) && attempt.Contains(site.Point.Block)) is not { } again
            || tryAndCatch.TryAround(again.Point.Block, again.Syntax) is not { } syntax)
        {
            return [];
        }

        var start = body.Graph.Blocks[attempt.FirstBlockOrdinal];
        var sites = from one in tryAndCatch.Handlers().Zip(syntax.Catches, static (handler, clause) => (Region: handler, Clause: clause))
                    from block in body.Graph.BlocksOf(one.Region)
                    from way in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor }
                    where way is not null && Leaves(way, one.Region, start, found)
                    let codes = CodesOn(way) & ReplyCodeSet.Refusals
                    where !codes.IsEmpty
                    select new OutcomeSite(Outcome.GiveUp, PointOf(way), codes, Place(block, one.Clause), Phrase);
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

    private static SyntaxNode Place(BasicBlock block, CatchClauseSyntax clause) =>
        block.BranchValue is { } answer && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return ? answer.Syntax
        : clause.Block.DescendantNodes().OfType<StatementSyntax>()
            .Where(static node => node is BreakStatementSyntax or ReturnStatementSyntax { Expression: null }).ToList() is [var sole] ? sole
        : clause.Block;

    private static bool IsSentAgain(OutcomeSite site) => site.Outcome == Outcome.Retry && site.Phrase == SendAgain.Phrase
        && site.Codes.Overlaps(ReplyCodeSet.Refusals);
}
