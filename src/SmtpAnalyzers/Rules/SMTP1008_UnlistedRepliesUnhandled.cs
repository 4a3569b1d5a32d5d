using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1008: a switch decides by names what becomes of the mail, and does not tell 4yz from 5yz among the codes that it does not list.
/// </summary>
internal sealed class UnlistedRepliesUnhandled : ConditionRule
{
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(421, 450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.UnlistedRepliesUnhandled;

    public override object[] Arguments(Finding finding) => [finding.Detail];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported)
    {
        var (transient, permanent) = (analysis.Classes.Transient, analysis.Classes.Permanent);
        foreach (var one in analysis.Switches())
        {
            var unlisted = analysis.EquivalenceClasses.FirstOrDefault(codes =>
                codes.Overlaps(one.Coming & transient) && codes.Overlaps(one.Coming & permanent));
            if (unlisted is null || !IsOfNames(one, analysis) || !Decides(one, analysis) || ListsTheFour(one, unlisted, analysis)
                || IsReported(one.Syntax, reported) || Rethrows(one.Syntax) || analysis.HandsOn(unlisted, one.First)
                || analysis.DoesUnknown(unlisted, one))
            {
                continue;
            }

            var codes = unlisted & (transient | permanent);
            yield return new Finding(
                this, Keyword(one.Syntax).GetLocation(), MatchKind.Otherwise, codes, null, analysis, Fate(one, unlisted, analysis));
        }
    }

    // Two refusals by name at least.
    private static bool IsOfNames(ReplySwitch one, ReplyCodeAnalysis analysis) =>
        !one.Named.Overlaps(analysis.CodesWithoutOwnTest)
        && (one.Named & (analysis.Classes.Transient | analysis.Classes.Permanent)).Codes.Take(2).Count() == 2;

    // A predicate asks about one class, and says no to all others.
    private static bool Decides(ReplySwitch one, ReplyCodeAnalysis analysis) => analysis.OutcomeSites.Any(site =>
        site.Outcome is Outcome.Retry or Outcome.GiveUp && site.Codes.Overlaps(one.Named)
        && one.Syntax.Span.Contains(site.Syntax.Span) && site.Phrase.IndexOf(" returns ", StringComparison.Ordinal) < 0);

    // The four are all that must be retried where the rest is given up, or where nothing is given up here at all.
    private static bool ListsTheFour(ReplySwitch one, ReplyCodeSet unlisted, ReplyCodeAnalysis analysis) =>
        Common.IsSubsetOf(one.Named & analysis.CodesOf(Outcome.Retry))
        && (!one.Named.Overlaps(analysis.Classes.Permanent & analysis.CodesOf(Outcome.GiveUp))
            || analysis.OutcomeSites.Any(site => site.Outcome is Outcome.Retry or Outcome.GiveUp && site.Codes.Overlaps(unlisted)));

    // A fix for another finding in the same switch fixes this one as well.
    private static bool IsReported(SyntaxNode one, IEnumerable<Finding> reported) => reported.Any(finding =>
        finding.Rule is TransientReplyGivenUp or PermanentReplyRetried or NegativeReplySucceeds or RetryListIncomplete
        && (one.Span.IntersectsWith(finding.Location.SourceSpan)
            || (finding.OutcomeSite is { } site && one.Span.Contains(site.Syntax.Span))));

    private static bool Rethrows(SyntaxNode one) => one.DescendantNodes().OfType<SwitchSectionSyntax>()
        .Any(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any()
            && section.DescendantNodes().OfType<ThrowStatementSyntax>().Any(static thrown =>
                thrown.Expression is null or IdentifierNameSyntax));

    private static string Fate(ReplySwitch one, ReplyCodeSet unlisted, ReplyCodeAnalysis analysis) => analysis.OutcomeSites
        .Where(site => one.Syntax.Span.Contains(site.Syntax.Span) && unlisted.IsSubsetOf(site.Codes))
        .Select(static site => $" ({site.Phrase})")
        .FirstOrDefault() ?? "";

    private static SyntaxToken Keyword(SyntaxNode one) => one switch
    {
        SwitchStatementSyntax statement => statement.SwitchKeyword,
        SwitchExpressionSyntax expression => expression.SwitchKeyword,
        _ => one.GetFirstToken(),
    };
}
