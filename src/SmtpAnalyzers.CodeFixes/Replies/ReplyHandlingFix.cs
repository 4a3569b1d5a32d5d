using System.Collections.Immutable;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Fixes SMTP1001 to SMTP1008 and SMTP1010: codes are moved, removed or replaced, ranges become class tests.</summary>
internal sealed class ReplyHandlingFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(
        DiagnosticIds.TransientReplyGivenUp, DiagnosticIds.PermanentReplyRetried, DiagnosticIds.PositiveReplyFails,
        DiagnosticIds.NegativeReplySucceeds, DiagnosticIds.BoundCutsClass, DiagnosticIds.RetryListIncomplete,
        DiagnosticIds.TestNeverTrue, DiagnosticIds.UnlistedRepliesUnhandled, DiagnosticIds.MissingReplyGivenUp);

    public override IEnumerable<FixCandidate> Plan(FixContext context) =>
        FindingProperties.Read(context.Properties) is { } finding ? Plan(new ReplyFixContext(context, finding)) : [];

    private static IEnumerable<FixCandidate> Plan(ReplyFixContext context)
    {
        foreach (var planned in Candidates(context).OfType<FixCandidate>())
        {
            // Every other fix leaves what is no reply where it is.
            var candidate = planned with { Concerns = planned.Concerns | (context.Finding.Codes & MissingReplyGivenUp.NoReply) };
            yield return candidate;
            if (candidate.Kind is FixKind.MeantCode or FixKind.Move or FixKind.TakeOut && context.IsWanted(candidate.Kind))
            {
                foreach (var further in AddClasses.After(context, candidate))
                    yield return further;
            }
        }
    }

    private static IEnumerable<FixCandidate?> Candidates(ReplyFixContext context)
    {
        yield return MeantCode.Plan(context);
        foreach (var move in MoveToSibling.Plan(context))
            yield return move;
        // A list of names to retry forgets some: the class does not. A list of names to give up may be meant as it is.
        IEnumerable<Func<ReplyFixContext, FixCandidate?>> onTheList = context.Id switch
        {
            DiagnosticIds.BoundCutsClass => [MoveBound.Plan],
            DiagnosticIds.UnlistedRepliesUnhandled => [],
            // What is no reply belongs to no class.
            DiagnosticIds.MissingReplyGivenUp => [TakeOut.Plan],
            DiagnosticIds.TestNeverTrue => [CatchAnother.Plan, RemoveTest.Plan],
            DiagnosticIds.RetryListIncomplete => [ClassTest.Plan, AddMissing.PlanClass, AddMissing.Plan],
            _ when context.Finding.Outcome == Outcome.Retry || ClassTest.FixesMore(context) =>
                [ClassTest.OfBothConditions, ClassTest.Plan, ClassTest.OfBothSides, TakeOut.Plan],
            _ => [TakeOut.Plan, ClassTest.OfBothConditions, ClassTest.Plan, ClassTest.OfBothSides],
        };
        foreach (var plan in onTheList)
            yield return plan(context);
        foreach (var answer in AskInnerExceptions.Plan(context).Concat(AddClasses.Plan(context)))
            yield return answer;
        yield return AnswerByClass.Plan(context);
        yield return RethrowBefore.Plan(context);
        yield return MeantCode.Alternative(context);
    }
}
