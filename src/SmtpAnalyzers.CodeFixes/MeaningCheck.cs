using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes;

/// <summary>
/// Compares what becomes of every reply code before and after a fix, body by body: each predicate answers for itself. A code may leave a
/// wrong outcome or reach the right one; nothing else may change.
/// </summary>
/// <param name="candidate">The fix, which says what it looks at instead.</param>
internal sealed class MeaningCheck(FixCandidate candidate)
{
    private static readonly Outcome[] Outcomes = [Outcome.Delivered, Outcome.Retry, Outcome.GiveUp];

    private static readonly ReplyCodeSet Replies = ReplyCodeSet.Real;

    private static readonly ReplyCodeSet NoReply = ReplyCodeSet.Of(-1);

    /// <summary>Whether no body of <paramref name="after"/> does wrong to a code to which <paramref name="before"/> does right.</summary>
    public bool Holds(FileReading before, FileReading after) =>
        Pairs(before, after).All(pair => Holds(OfMail(pair.Before), OfMail(pair.After)));

    /// <summary>
    /// The codes of <paramref name="codes"/> that reach <paramref name="outcome"/>, each counted once for every body, and again where
    /// a predicate says so whatever else it looks at.
    /// </summary>
    public static int Count(FileReading reading, Outcome outcome, ReplyCodeSet codes) =>
        reading.Bodies.SelectMany(static body => body.Handlings).Sum(analysis =>
            (analysis.CodesOf(outcome) & codes).Codes.Count() + (analysis.ReturnsTrue() & codes).Codes.Count());

    // A fix may add a lambda; bodies of the same name are compared in their order.
    private IEnumerable<(IReadOnlyList<ReplyCodeAnalysis> Before, IReadOnlyList<ReplyCodeAnalysis> After)> Pairs(
        FileReading before, FileReading after)
    {
        var left = after.Bodies.ToList();
        foreach (var (name, syntax, analyses) in before.Bodies)
        {
            if (candidate.NeverRuns.Any(dead => dead.Span.Contains(syntax.Span)))
                continue;
            var index = left.FindIndex(body => body.Name == name);
            yield return (analyses, index < 0 ? [] : left[index].Handlings);
            if (index >= 0)
                left.RemoveAt(index);
        }

        foreach (var (_, _, added) in left)
            yield return ([], added);
    }

    // The reply to QUIT says nothing about the mail.
    private static IReadOnlyList<ReplyCodeAnalysis> OfMail(IEnumerable<ReplyCodeAnalysis> analyses) =>
        analyses.Where(static analysis => !analysis.IsReplyToQuit).ToList();

    private bool Holds(IReadOnlyList<ReplyCodeAnalysis> before, IReadOnlyList<ReplyCodeAnalysis> after)
    {
        // The aggregate itself is still caught, but its code is not looked at.
        if (candidate.LooksInsideAggregate)
            (before, after) = (before.Where(IsAskedFor).ToList(), after.Where(IsAskedFor).ToList());
        // If no code decided, or only the code of a type that is never thrown, all codes were treated alike. The rules then judge the
        // new outcomes.
        if (after.Count > 0 && !before.Any(one => after.Any(other => one.Type.Name == other.Type.Name
            && one.Type.ContainingNamespace?.ToDisplayString() == other.Type.ContainingNamespace?.ToDisplayString())))
        {
            return true;
        }

        if (before.Count == after.Count)
            return before.Zip(after, (one, other) => Holds([one], [other], one)).All(static holds => holds);
        return before.Concat(after).FirstOrDefault() is not { } any || Holds(before, after, any);
    }

    private static bool IsAskedFor(ReplyCodeAnalysis analysis) => analysis.EquivalenceClasses.Count > 1;

    private bool Holds(IReadOnlyCollection<ReplyCodeAnalysis> before, IReadOnlyCollection<ReplyCodeAnalysis> after, ReplyCodeAnalysis like)
    {
        var classes = like.Classes;
        // Nothing was refused where there is no reply: that stays what it was, unless it counted as delivered.
        var domain = candidate.LooksInsideAggregate || MailSymbols.NameOf(like.Type, -1) is null ? Replies : Replies | NoReply;
        var neutral = (PermanentReplyRetried.DisputedIn(classes) - Swept(before) | NoReply) - candidate.Concerns;
        return Outcomes.All(outcome =>
        {
            var (was, becomes) = (CodesOf(before, outcome) & domain, CodesOf(after, outcome) & domain);
            // A text lets any code through, as far as it is known.
            var (lost, gained) = (candidate.ReplacesTextTest ? ReplyCodeSet.Empty : was - becomes, becomes - was);
            if (lost.IsEmpty && gained.IsEmpty)
                return true;
            if (outcome != Outcome.Delivered && (lost | gained).Overlaps(neutral))
                return false;
            var right = Right(outcome, classes);
            if (outcome == Outcome.Retry)
                right |= candidate.Concerns & NoReply;
            var contradicted = Outcomes.Where(other => other != outcome).Aggregate(ReplyCodeSet.Empty,
                (codes, other) => codes | (CodesOf(after, other) & ~Right(other, classes)));
            return !lost.Overlaps(right) && gained.IsSubsetOf(right) && !gained.Overlaps(contradicted);
        });
    }

    // Codes that no test names change sides with their class; those with a test of their own were decided by somebody.
    private static ReplyCodeSet Swept(IEnumerable<ReplyCodeAnalysis> analyses) =>
        analyses.Aggregate(ReplyCodeSet.Empty, static (codes, analysis) => codes | analysis.CodesWithoutOwnTest);

    private static ReplyCodeSet CodesOf(IEnumerable<ReplyCodeAnalysis> analyses, Outcome outcome) =>
        analyses.Aggregate(ReplyCodeSet.Empty, (codes, analysis) => codes | analysis.CodesOf(outcome));

    private static ReplyCodeSet Right(Outcome outcome, ReplyClasses classes) => outcome switch
    {
        Outcome.Retry => classes.Transient,
        Outcome.GiveUp => classes.Permanent,
        // 3yz asks for more: nothing is delivered yet.
        _ => classes.Of(ReplyClass.PositiveCompletion),
    };
}
