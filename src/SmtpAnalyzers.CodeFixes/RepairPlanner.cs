using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Plans the ways to mend one finding, best first. Each is tried before it is offered: the codes must be gone from the wrong outcome,
/// nothing new may be reported, and the file must compile as before. What does not pass is not offered.
/// </summary>
internal static class RepairPlanner
{
    public static async Task<IReadOnlyList<Repair>> PlanAsync(Document document, RepairContext context, CancellationToken cancellation)
    {
        // A list of names to retry forgets some: the class does not. A list of names to give up may be meant as it is.
        Repair?[] onTheList = context.Id == DiagnosticIds.BoundCutsClass ? [MoveBound.Plan(context)]
            : context.Id == DiagnosticIds.UnlistedRepliesUnhandled ? [AddClasses.Plan(context, cancellation)]
            : context.Id == DiagnosticIds.TestNeverTrue ? [CatchAnother.Plan(context), RemoveTest.Plan(context)]
            : context.Id == DiagnosticIds.RetryListIncomplete ? [ClassTest.Plan(context), AddMissing.Plan(context)]
            : context.Finding.Outcome == Outcome.Retry
            ? [ClassTest.Plan(context), TakeOut.Plan(context)]
            : [TakeOut.Plan(context), ClassTest.Plan(context)];
        var candidates = onTheList.Append(RethrowBefore.Plan(context, cancellation)).Prepend(MoveToSibling.Plan(context, cancellation)).Prepend(MeantCode.Plan(context, cancellation));
        var accepted = new List<(Repair Repair, bool Complete)>();
        foreach (var repair in candidates.OfType<Repair>())
        {
            if (await TryAsync(document, context, repair, cancellation).ConfigureAwait(false) is { } complete)
                accepted.Add((repair, complete));
        }

        // Where a list would still lack transient codes, what mends that too is the only one.
        return accepted.Where(plan => plan.Complete || !accepted.Any(static other => other.Complete)).Select(static plan => plan.Repair).ToList();
    }

    /// <summary>Null where the repair is not right; else whether it leaves a complete handling of the transient codes.</summary>
    private static async Task<bool?> TryAsync(Document document, RepairContext context, Repair repair, CancellationToken cancellation)
    {
        // Only what is taken out takes its comment along.
        if (repair.Kind != RepairKind.TakeOut && Comments(repair.Root) < Comments(context.Root))
            return null;
        var mended = document.WithSyntaxRoot(Repair.Reread(repair.Root));
        if (await mended.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return null;
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        if (Complaints(root, model, context, cancellation) > Complaints(context.Root, context.Model, context, cancellation))
            return null;
        var (before, after) = (context.Handlings(cancellation), RepairContext.HandlingsOf(root, model, context.Options, cancellation));
        var (reported, left) = (Findings(context.Root, context.Model, context, cancellation), Findings(root, model, context, cancellation));
        if ((context.IsOfOutcome && Wrong(after, context.Finding) >= Wrong(before, context.Finding))
            || Count(left, context) >= Count(reported, context)
            || !(Codes(before, context.Finding.Outcome) & context.Right).IsSubsetOf(Codes(after, context.Finding.Outcome))
            || reported.Any(finding => finding.Location.SourceSpan != context.Node.Span && IsHidden(finding, left, before, after))
            || (repair.Kind == RepairKind.ClassTest && !context.Right.IsEmpty && !Codes(after, context.Finding.Outcome).Overlaps(context.Right))
            || !IsNoWorse(before, after, context.Options.Classes))
        {
            return null;
        }

        return Incomplete(left) == 0 || Incomplete(left) < Incomplete(reported);
    }

    // A repair stays within one member, so the compiler is asked about that one only; it begins where it did before.
    private static int Complaints(SyntaxNode root, SemanticModel model, RepairContext context, CancellationToken cancellation)
    {
        var start = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.SpanStart;
        var member = start is { } position ? root.FindToken(position).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() : null;
        return model.GetDiagnostics(member?.Span, cancellation).Count(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private static int Wrong(IEnumerable<Handling> handlings, FindingProperties finding) =>
        handlings.SelectMany(static handling => handling.Evidence)
            .Where(evidence => evidence.Outcome == finding.Outcome)
            .Sum(evidence => (evidence.Codes & finding.Codes).Codes.Count());

    // Whether another finding is only no longer told because its codes come to a second outcome beside the wrong one: that makes both silent.
    private static bool IsHidden(Finding finding, IReadOnlyList<Finding> left, IReadOnlyList<Handling> before, IReadOnlyList<Handling> after)
    {
        if (finding.Evidence is not { Outcome: var wrong })
            return false;
        var told = left.Where(other => other.Evidence?.Outcome == wrong).Aggregate(ReplyCodeSet.Empty, static (codes, other) => codes | other.Codes);
        var untold = (Codes(after, wrong) & finding.Codes) - told;
        return new[] { Outcome.Retry, Outcome.GiveUp, Outcome.Delivered }.Any(other => other != wrong && untold.Overlaps(Codes(after, other) - Codes(before, other)));
    }

    // No code comes to another wrong outcome instead.
    private static bool IsNoWorse(IReadOnlyList<Handling> before, IReadOnlyList<Handling> after, ReplyClasses classes)
    {
        (Outcome Outcome, ReplyCodeSet Codes)[] wrongFor =
        [
            (Outcome.GiveUp, classes.Transient),
            (Outcome.Retry, classes.Permanent),
            (Outcome.Delivered, classes.Transient | classes.Permanent),
        ];
        return wrongFor.All(wrong => (Codes(after, wrong.Outcome) & wrong.Codes).IsSubsetOf(Codes(before, wrong.Outcome)));
    }

    private static ReplyCodeSet Codes(IEnumerable<Handling> handlings, Outcome outcome) =>
        handlings.Aggregate(ReplyCodeSet.Empty, (codes, handling) => codes | handling.CodesOf(outcome));

    private static int Comments(SyntaxNode root) => root.DescendantTrivia().Count(TriviaExtensions.IsText);

    private static List<Finding> Findings(SyntaxNode root, SemanticModel model, RepairContext context, CancellationToken cancellation) =>
        RepairContext.BodiesOf(root, model, context.Options, cancellation).SelectMany(body => ReplyHandlingAnalysis.Findings(body, cancellation)).ToList();

    // That unlisted codes have no case of their own shows when nothing worse is left.
    private static int Count(IEnumerable<Finding> findings, RepairContext context) =>
        findings.Count(finding => context.Id == DiagnosticIds.UnlistedRepliesUnhandled || finding.Rule is not UnlistedRepliesUnhandled);

    private static int Incomplete(IEnumerable<Finding> findings) => findings.Count(static finding => finding.Rule is RetryListIncomplete);
}
