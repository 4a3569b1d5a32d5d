using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1005: a bound that splits the 4yz or the 5yz class, so that a part of the class comes to another outcome than the rest.
/// </summary>
internal sealed class BoundCutsClass : ConditionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.BoundCutsClass;

    public override object[] Arguments(Finding finding) => [finding.Detail, finding.OutcomeSite?.Phrase ?? ""];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported) =>
        analysis.OutcomeSites.SelectMany(site => Of(analysis, site));

    private IEnumerable<Finding> Of(ReplyCodeAnalysis analysis, OutcomeSite site) => [
        .. OfClass(analysis, site, ReplyClass.TransientNegative),
        .. OfClass(analysis, site, ReplyClass.PermanentNegative),
        .. AboveAll(analysis, site)];

    private IEnumerable<Finding> OfClass(ReplyCodeAnalysis analysis, OutcomeSite site, ReplyClass replyClass)
    {
        // Several runs are picked on purpose; so is a decade: 530-539 is about authentication, 550-559 about the mail system.
        var all = replyClass == ReplyClass.TransientNegative ? ReplyCodeSet.Transient : ReplyCodeSet.Permanent;
        var edge = (int)replyClass * 100;
        return (site.Codes & all).SoleRange is var (first, last) && (first / 10 != last / 10 || (first, last) == (edge, edge))
            ? OfRange(analysis, site, replyClass, first, last)
            : [];
    }

    private IEnumerable<Finding> OfRange(ReplyCodeAnalysis analysis, OutcomeSite site, ReplyClass replyClass, int first, int last)
    {
        var edge = (int)replyClass * 100;
        var (below, above) = (Between(edge, first - 1) - analysis.Classes.Decided, Between(last + 1, edge + 99) - analysis.Classes.Decided);
        var isRight = site.Outcome == (replyClass == ReplyClass.TransientNegative ? Outcome.Retry : Outcome.GiveUp);
        // Elsewhere a part of a class may be enough; but nobody means all of it except x00, or nothing of it but x00.
        if (!below.IsEmpty && first != LowestTransient && (isRight || (site.Outcome == Outcome.Failure && IsCut(first, edge, below)))
            && Bound(analysis, site, first, isLower: true) is { } lower && !IsGroup(analysis, below, edge - 1, lower))
        {
            yield return Found(analysis, site, lower, replyClass, below, "left out");
        }

        if (!above.IsEmpty
            && isRight
            && Bound(analysis, site, last, isLower: false) is { } upper
            && !IsGroup(analysis, above, edge + 100, upper))
        {
            yield return Found(analysis, site, upper, replyClass, above, "left out");
        }

        if (!isRight
            && site.Outcome != Outcome.Failure
            && (first, last) == (edge, edge)
            && Bound(analysis, site, edge, isLower: false) is { } taken)
        {
            yield return Found(analysis, site, taken, replyClass, ReplyCodeSet.Of(edge), "included");
        }
    }

    // The lowest reply of the class that is registered: nothing lies between it and the edge.
    private const int LowestTransient = 421;

    // An error that begins with 451 leaves 421 and 450 out; no reply is registered between 400 and 420.
    private static bool IsCut(int first, int edge, ReplyCodeSet below) =>
        first == edge + 1 || (edge == 400 && below.Codes.Any(static code => ReplyCodes.Find(code) is not null));

    // code / 100 > 5 lets nothing through.
    private IEnumerable<Finding> AboveAll(ReplyCodeAnalysis analysis, OutcomeSite site)
    {
        const int beyond = ReplyCodes.Highest + 1;
        return site.Codes.Contains(beyond) && !site.Codes.Overlaps(ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest))
            && Bound(analysis, site, beyond, isLower: true) is { Constant: < 10 } atom
                ? [Found(analysis, site, atom, ReplyClass.PermanentNegative, ReplyCodeSet.Permanent, "left out")]
                : [];
    }

    private static ConditionAtom? Bound(ReplyCodeAnalysis analysis, OutcomeSite site, int code, bool isLower) =>
        analysis.FindCause(site, code, preferLowerBound: isLower) is { Atom: var atom } cause
        && atom.Kind == (isLower ? MatchKind.LowerBound : MatchKind.UpperBound)
        && atom.Codes.Contains(code) && !atom.Codes.Contains(isLower ? code - 1 : code + 1)
        && analysis.IsInevitable(site, code, cause, countsExplain: true)
            ? atom
            : null;

    // The other part of the class has a test of its own, which ends where the class does: there are two groups, and both are meant.
    private static bool IsGroup(ReplyCodeAnalysis analysis, ReplyCodeSet part, int outside, ConditionAtom bound) => analysis.Constraints
        .SelectMany(test => bound.ByFailing ? new[] { test.WhenTrue, test.WhenFalse } : [test.WhenTrue])
        .Any(codes => part.IsSubsetOf(codes) && !codes.Contains(outside));

    private static ReplyCodeSet Between(int first, int last) => first > last ? ReplyCodeSet.Empty : ReplyCodeSet.Range(first, last);

    private Finding Found(
        ReplyCodeAnalysis analysis, OutcomeSite site, ConditionAtom bound, ReplyClass replyClass, ReplyCodeSet codes, string what) => new(
        this, bound.Syntax.GetLocation(), bound.Kind, codes, site, analysis,
        $"'{OnOneLine(bound.Site)}' splits the {(int)replyClass}xx class: {codes} {(codes.Sole is null ? "are" : "is")} {what}");

    private static string OnOneLine(SyntaxNode code) =>
        string.Join(" ", code.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
