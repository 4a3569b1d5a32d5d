using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Reads what a function of this file does with the mail that a handler hands to it, where its name says nothing: HandleFailure(row, ex).
/// One that looks at the exception, or at anything but a count, may have its reasons: nothing is said of it.
/// </summary>
internal sealed class HelperOutcomes(FunctionBody body, AccessPath reply)
{
    /// <summary>The outcome of <paramref name="call"/> and where it is said; null where that is unclear.</summary>
    public OutcomeSite? Of(IInvocationOperation call, ProgramPoint at)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            || reply.Root.Identity is not ControlFlowRegion tryAndCatch
            || !tryAndCatch.Handlers().Any(handler => handler.Contains(at.Block))
            || !IsProcedure(call.TargetMethod)
            || Memo.Of(body).IsRead
            || body.Helper(call.TargetMethod)?.Body is not { } helper)
        {
            return null;
        }

        var memo = Memo.Of(helper);
        if (!memo.IsRead)
        {
            memo.IsRead = true;
            memo.Site = Read(helper);
        }

        return memo.Site;
    }

    private static bool IsProcedure(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };

    private static OutcomeSite? Read(FunctionBody helper)
    {
        if (helper.Method is null || helper.IsTooLargeFor(1) || helper.Replies().Count > 0)
            return null;
        // Nothing in it is a reply: every code comes everywhere.
        var analysis = new ReplyCodeAnalysis(helper, new AccessPath.Variable(helper), helper.Method.ReturnType, CancellationToken.None);
        var conditions = helper.Graph.Blocks.Where(static block => block.ConditionKind != ControlFlowConditionKind.None)
            .Select(static block => block.BranchValue).ToList();
        if (!conditions.All(condition => condition is not null && analysis.Counts(condition)))
            return null;
        var sites = analysis.OutcomeSites.Where(static site => site.IsWhateverTheCode).ToList();
        return sites.Find(static site => site.Outcome == Outcome.Retry)
            ?? (conditions.Count > 0 ? null
                : sites.Exists(static site => site.Outcome == Outcome.Delivered) ? null
                : sites.Find(static site => site.Outcome == Outcome.GiveUp));
    }

    // What a helper of a helper does is not read, so that recursion ends.
    private sealed class Memo
    {
        public bool IsRead { get; set; }

        public OutcomeSite? Site { get; set; }

        public static Memo Of(FunctionBody body) => body.Once(static _ => new Memo());
    }
}
