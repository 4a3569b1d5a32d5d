using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1005: a bound that splits the 4yz or the 5yz class, so that a part of the class comes to another outcome than the rest.</summary>
internal sealed class BoundCutsClass : TestRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.BoundCutsClass;

    public override object[] Arguments(Finding finding) => [finding.Detail, finding.Evidence?.What ?? ""];

    public override IEnumerable<Finding> Find(Handling handling, IReadOnlyCollection<Finding> reported) =>
        from evidence in handling.Evidence
        from finding in OfClass(handling, evidence, ReplyClass.TransientNegative)
            .Concat(OfClass(handling, evidence, ReplyClass.PermanentNegative))
            .Concat(AboveAll(handling, evidence))
        select finding;

    private IEnumerable<Finding> OfClass(Handling handling, Evidence evidence, ReplyClass replyClass)
    {
        // Several runs are picked on purpose; so is a decade: 530-539 is about authentication, 550-559 about the mail system.
        var all = replyClass == ReplyClass.TransientNegative ? ReplyCodeSet.Transient : ReplyCodeSet.Permanent;
        var edge = (int)replyClass * 100;
        if (!evidence.Codes.Overlaps(all) || (evidence.Codes & all).Ranges() is not [var (first, last)] || first / 10 == last / 10 && (first, last) != (edge, edge))
            yield break;
        var (below, above) = (Between(edge, first - 1) - handling.Classes.Decided, Between(last + 1, edge + 99) - handling.Classes.Decided);
        var isRight = evidence.Outcome == (replyClass == ReplyClass.TransientNegative ? Outcome.Retry : Outcome.GiveUp);
        // Elsewhere a part of a class may be enough; but nobody means all of it except x00, or nothing of it but x00.
        if (!below.IsEmpty && (isRight || (evidence.Outcome == Outcome.Failure && first == edge + 1))
            && Bound(handling, evidence, first, isLower: true) is { } lower && !IsGroup(handling, below, edge - 1, lower))
        {
            yield return Found(handling, evidence, lower, replyClass, below, "left out");
        }

        if (!above.IsEmpty && isRight && Bound(handling, evidence, last, isLower: false) is { } upper && !IsGroup(handling, above, edge + 100, upper))
            yield return Found(handling, evidence, upper, replyClass, above, "left out");
        if (!isRight && evidence.Outcome != Outcome.Failure && (first, last) == (edge, edge) && Bound(handling, evidence, edge, isLower: false) is { } taken)
            yield return Found(handling, evidence, taken, replyClass, ReplyCodeSet.Of(edge), "taken in");
    }

    // code / 100 > 5 lets nothing through.
    private IEnumerable<Finding> AboveAll(Handling handling, Evidence evidence)
    {
        const int beyond = ReplyCodes.Highest + 1;
        if (evidence.Codes.Contains(beyond) && !evidence.Codes.Overlaps(ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest))
            && Bound(handling, evidence, beyond, isLower: true) is { Constant: < 10 } leaf)
        {
            yield return Found(handling, evidence, leaf, ReplyClass.PermanentNegative, ReplyCodeSet.Permanent, "left out");
        }
    }

    private static Leaf? Bound(Handling handling, Evidence evidence, int code, bool isLower) =>
        handling.Blame(evidence, code, preferLowerBound: isLower) is { Leaf: var leaf } culprit
        && leaf.Kind == (isLower ? LeafKind.LowerBound : LeafKind.UpperBound)
        && leaf.Codes.Contains(code) && !leaf.Codes.Contains(isLower ? code - 1 : code + 1)
        && handling.IsInevitable(evidence, code, culprit, countsExplain: true)
            ? leaf
            : null;

    // The other part of the class has a test of its own, which ends where the class does: there are two groups, and both are meant.
    private static bool IsGroup(Handling handling, ReplyCodeSet part, int outside, Leaf bound) => handling.Tests
        .SelectMany(test => bound.ByFailing ? new[] { test.WhenTrue, test.WhenFalse } : [test.WhenTrue])
        .Any(codes => part.IsSubsetOf(codes) && !codes.Contains(outside));

    private static ReplyCodeSet Between(int first, int last) => first > last ? ReplyCodeSet.Empty : ReplyCodeSet.Range(first, last);

    private Finding Found(Handling handling, Evidence evidence, Leaf bound, ReplyClass replyClass, ReplyCodeSet codes, string what) => new(
        this, bound.Syntax.GetLocation(), bound.Kind, codes, evidence, handling,
        $"'{string.Join(" ", bound.Site.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}' cuts through the {(int)replyClass}yz class: "
        + $"{codes} {(codes.Sole is null ? "are" : "is")} {what}");
}
