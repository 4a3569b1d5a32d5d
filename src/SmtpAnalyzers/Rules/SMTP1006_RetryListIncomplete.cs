using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1006: two or three of the four common transient codes are retried by name, or one by a predicate, and the others are given up.
/// </summary>
internal sealed class RetryListIncomplete : ConditionRule
{
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(421, 450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryListIncomplete;

    public override object[] Arguments(Finding finding) =>
        [finding.Subject, finding.Codes.Sole is null ? "are" : "is", finding.OutcomeSite?.Phrase ?? ""];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported)
    {
        var common = Common & analysis.Classes.Transient;
        var sites = analysis.OutcomeSites.Where(static site => site.Outcome == Outcome.Retry && !site.IsWhateverTheCode).ToList();
        var retried = sites.Aggregate(ReplyCodeSet.Empty, static (union, site) => union | site.Codes) & analysis.Classes.Transient;
        if ((retried & common).Codes.Count() < (IsPredicate(analysis) && reported.Count == 0 ? 1 : 2)
            || common.IsSubsetOf(retried)
            || retried.Overlaps(analysis.CodesWithoutOwnTest))
        {
            yield break;
        }

        var causes = new List<(Cause Culprit, OutcomeSite Evidence)>();
        foreach (var site in sites)
        {
            foreach (var code in (site.Codes & common).Codes)
            {
                if (analysis.FindCause(site, code, preferLowerBound: true) is { Atom.Kind: MatchKind.Named or MatchKind.Element } cause)
                    causes.Add((cause, site));
            }
        }

        if (causes.Count == 0)
            yield break;
        // The missing codes must be given up on every path from the point where the decision begins, and come there.
        var first = causes.OrderBy(static one => (one.Culprit.Block.Ordinal, one.Culprit.Step)).First();
        var coming = analysis.Reach.Before(first.Culprit.Block, first.Culprit.Step).Codes;
        var before = reported.Where(finding => !IsOfEarlierHandler(finding, first.Culprit)).ToList();
        var missing = ReplyCodeSet.Of(((common - retried) & coming).Codes
            .Where(code => !IsReported(before, code) && analysis.IsGivenUp(code, first.Culprit)).ToArray());
        if (!missing.IsEmpty)
        {
            var list = ListLocation.Of(causes.Select(static one => one.Culprit.Atom.Syntax));
            yield return new Finding(this, list, first.Culprit.Atom.Kind, missing, first.Evidence, analysis);
        }
    }

    // A name like IsTransient answers for the whole class; a name like ShouldRetry may be about one case.
    private static bool IsPredicate(ReplyCodeAnalysis analysis) =>
        analysis.Body.Method is
        {
            MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ReturnType.SpecialType: SpecialType.System_Boolean,
        } method
        && method.Name.StartsWith("Is", StringComparison.Ordinal)
        && analysis.Body.Options.Vocabulary.PredicateClass(method.Name) == ReplyClass.TransientNegative;

    // What an earlier handler gives up without a look never comes to the list: they are two mistakes.
    private static bool IsOfEarlierHandler(Finding finding, Cause list) =>
        finding is { Kind: MatchKind.Handler, Atom.Site: var handler } && handler.Span.End < list.Atom.Site.SpanStart;

    // Given up by its name, or mistaken for another that is on the list instead.
    private static bool IsReported(IEnumerable<Finding> reported, int code) => reported.Any(finding => finding.Rule switch
    {
        TransientReplyGivenUp => finding.Codes.Contains(code),
        PermanentReplyRetried => (finding.Codes.Sole, code) is (554, 451),
        PositiveReplyFails => (finding.Codes.Sole, code) is (221, 421),
        _ => false,
    });
}
