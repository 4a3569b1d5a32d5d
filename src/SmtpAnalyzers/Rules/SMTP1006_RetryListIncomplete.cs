using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1006: two or three of the four common transient codes are retried by name, or one by a predicate, and the others are given up.
/// </summary>
internal sealed class RetryListIncomplete : ConditionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.RetryListIncomplete;

    public override object[] Arguments(Finding finding) =>
        [finding.Subject, finding.Codes.Sole is null ? "are" : "is", finding.OutcomeSite?.Phrase ?? ""];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported)
    {
        var list = new RetryList(analysis);
        if (list.Length < (list.AnswersForClass && reported.Count == 0 ? 1 : 2) || list.Missing.IsEmpty
            || list.Transient.Overlaps(analysis.CodesWithoutOwnTest) || list.Entries() is not [var (first, site), ..] entries)
        {
            return [];
        }

        var before = reported.Where(finding => !IsOfEarlierHandler(finding, first)).ToList();
        var missing = ReplyCodeSet.Of(list.Missing.Codes
            .Where(code => !IsReported(before, code) && list.GivesUp(code, first)).ToArray());
        var place = ListLocation.Of(entries.Select(static one => one.Cause.Atom.Syntax));
        return missing.IsEmpty ? [] : [new Finding(this, place, first.Atom.Kind, missing, site, analysis)];
    }

    // What an earlier handler gives up without a look never comes to the list: they are two mistakes.
    private static bool IsOfEarlierHandler(Finding finding, Cause list) =>
        finding is { Kind: MatchKind.Handler, Atom.Site: var handler } && handler.Span.End < list.Atom.Site.SpanStart;

    // Given up by its name, or mistaken for another that is on the list instead. A list with 550 in it as well has no slip of the pen.
    private static bool IsReported(IReadOnlyList<Finding> reported, int code) => reported.Any(finding => finding.Rule switch
    {
        TransientReplyGivenUp => finding.Codes.Contains(code),
        PermanentReplyRetried => (finding.Codes.Sole, code) is (554, 451)
            && reported.Count(static one => one.Rule is PermanentReplyRetried) == 1,
        PositiveReplyFails => (finding.Codes.Sole, code) is (221, 421),
        _ => false,
    });
}
