using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>A bound that separates a part of a class of replies from the rest of it.</summary>
/// <param name="Site">The outcome that only one side of the bound comes to.</param>
/// <param name="Bound">The comparison.</param>
/// <param name="Class">The class.</param>
/// <param name="Codes">The part of the class that the bound is wrong about.</param>
/// <param name="IsIncluded">Whether these codes come to the outcome although the rest does not; else they are left out.</param>
internal sealed record ClassCut(OutcomeSite Site, ConditionAtom Bound, ReplyClass Class, ReplyCodeSet Codes, bool IsIncluded);

/// <summary>Finds the bounds of a body that split the 4yz or the 5yz class where nobody means to.</summary>
internal sealed class ClassCuts(ReplyCodeAnalysis analysis)
{
    public IEnumerable<ClassCut> All() => analysis.OutcomeSites.SelectMany(Of);

    private IEnumerable<ClassCut> Of(OutcomeSite site) => [
        .. OfClass(site, ReplyClass.TransientNegative),
        .. OfClass(site, ReplyClass.PermanentNegative),
        .. AboveAll(site)];

    private IEnumerable<ClassCut> OfClass(OutcomeSite site, ReplyClass replyClass)
    {
        // Several runs are picked on purpose; so is a decade: 530-539 is about authentication, 550-559 about the mail system.
        var all = replyClass == ReplyClass.TransientNegative ? ReplyCodeSet.Transient : ReplyCodeSet.Permanent;
        var edge = (int)replyClass * 100;
        return (site.Codes & all).SoleRange is var (first, last) && (first / 10 != last / 10 || (first, last) == (edge, edge))
            ? OfRange(site, replyClass, first, last)
            : [];
    }

    private IEnumerable<ClassCut> OfRange(OutcomeSite site, ReplyClass replyClass, int first, int last)
    {
        var edge = (int)replyClass * 100;
        var (below, above) = (Between(edge, first - 1) - analysis.Classes.Decided, Between(last + 1, edge + 99) - analysis.Classes.Decided);
        var isRight = site.Outcome == (replyClass == ReplyClass.TransientNegative ? Outcome.Retry : Outcome.GiveUp);
        // Elsewhere a part of a class may be enough; but nobody means all of it except x00, or nothing of it but x00.
        if (!below.IsEmpty && first != LowestTransient && (isRight || (site.Outcome == Outcome.Failure && IsCut(first, edge, below)))
            && Bound(site, first, isLower: true) is { } lower && !IsGroup(below, edge - 1, lower))
        {
            yield return new ClassCut(site, lower, replyClass, below, IsIncluded: false);
        }

        if (!above.IsEmpty
            && isRight
            && Bound(site, last, isLower: false) is { } upper
            && !IsGroup(above, edge + 100, upper))
        {
            yield return new ClassCut(site, upper, replyClass, above, IsIncluded: false);
        }

        if (!isRight
            && site.Outcome != Outcome.Failure
            && (first, last) == (edge, edge)
            && Bound(site, edge, isLower: false) is { } taken)
        {
            yield return new ClassCut(site, taken, replyClass, ReplyCodeSet.Of(edge), IsIncluded: true);
        }
    }

    // The lowest reply of the class that is registered: nothing lies between it and the edge.
    private const int LowestTransient = 421;

    // An error that begins with 451 leaves 421 and 450 out; no reply is registered between 400 and 420.
    private static bool IsCut(int first, int edge, ReplyCodeSet below) =>
        first == edge + 1 || (edge == 400 && below.Codes.Any(static code => ReplyCodes.Find(code) is not null));

    // code / 100 > 5 lets nothing through.
    private IEnumerable<ClassCut> AboveAll(OutcomeSite site)
    {
        const int beyond = ReplyCodes.Highest + 1;
        return site.Codes.Contains(beyond) && !site.Codes.Overlaps(ReplyCodeSet.Real)
            && Bound(site, beyond, isLower: true) is { Constant: < 10 } atom
                ? [new ClassCut(site, atom, ReplyClass.PermanentNegative, ReplyCodeSet.Permanent, IsIncluded: false)]
                : [];
    }

    private ConditionAtom? Bound(OutcomeSite site, int code, bool isLower) =>
        analysis.FindCause(site, code, preferLowerBound: isLower) is { Atom: var atom } cause
        && atom.Kind == (isLower ? MatchKind.LowerBound : MatchKind.UpperBound)
        && atom.Codes.Contains(code) && !atom.Codes.Contains(isLower ? code - 1 : code + 1)
        && analysis.IsInevitable(site, code, cause, countsExplain: true)
            ? atom
            : null;

    // The other part of the class has a test of its own, which ends where the class does: there are two groups, and both are meant.
    private bool IsGroup(ReplyCodeSet part, int outside, ConditionAtom bound) => analysis.Constraints
        .SelectMany(test => bound.ByFailing ? new[] { test.WhenTrue, test.WhenFalse } : [test.WhenTrue])
        .Any(codes => part.IsSubsetOf(codes) && !codes.Contains(outside));

    private static ReplyCodeSet Between(int first, int last) => first > last ? ReplyCodeSet.Empty : ReplyCodeSet.Range(first, last);
}
