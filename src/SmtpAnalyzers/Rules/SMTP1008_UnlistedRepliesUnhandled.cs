using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1008: a switch decides by names what becomes of the mail, and does not tell 4yz from 5yz among the codes that it does not list.
/// </summary>
internal sealed class UnlistedRepliesUnhandled : ConditionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.UnlistedRepliesUnhandled;

    public override object[] Arguments(Finding finding) => [finding.Detail];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported) =>
        from one in analysis.Switches()
        let others = UnlistedReplies.Of(one, analysis)
        where others is not null && others.AreBesideNames && !others.AreBesideCompleteList
            && !IsReported(one.Syntax, reported) && !others.AreHandledElsewhere
        select new Finding(
            this, one.Keyword.GetLocation(), MatchKind.Otherwise, others.Refusals, null, analysis,
            others.Fate is { } fate ? $" ({fate})" : "");

    // A fix for another finding in the same switch fixes this one as well.
    private static bool IsReported(SyntaxNode one, IEnumerable<Finding> reported) => reported.Any(finding =>
        finding.Rule is TransientReplyGivenUp or PermanentReplyRetried or NegativeReplySucceeds or RetryListIncomplete
        && (one.Span.IntersectsWith(finding.Location.SourceSpan)
            || (finding.OutcomeSite is { } site && one.Span.Contains(site.Syntax.Span))));
}
