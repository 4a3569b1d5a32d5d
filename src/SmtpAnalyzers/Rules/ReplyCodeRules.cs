using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// Applies the rules to one body: for every outcome, which codes come to it, what let them, and whether a rule condemns that.
/// </summary>
internal static class ReplyCodeRules
{
    /// <summary>In order of precedence: where two rules would report the same syntax, the first does.</summary>
    public static readonly ImmutableArray<OutcomeRule> Rules =
        ImmutableArray.Create<OutcomeRule>(
            new TransientReplyGivenUp(), new PermanentReplyRetried(), new PositiveReplyFails(), new NegativeReplySucceeds(),
            new MissingReplyGivenUp());

    /// <summary>In order of precedence: what the others have not reported.</summary>
    public static readonly ImmutableArray<ConditionRule> TestRules = ImmutableArray.Create<ConditionRule>(
        new BoundCutsClass(), new RetryListIncomplete(), new TestNeverTrue(), new UnlistedRepliesUnhandled());

    public static IEnumerable<DiagnosticDescriptor> Descriptors =>
        Rules.Select(static rule => rule.Descriptor).Concat(TestRules.Select(static rule => rule.Descriptor));

    /// <summary>The findings in <paramref name="file"/>. A list that several bodies look into is wrong once.</summary>
    public static IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var reported = new HashSet<Location>();
        return file.Bodies.SelectMany(body => Findings(file.Analyses(body), file.Cancellation))
            .Where(finding => reported.Add(finding.Location))
            .Select(static finding => finding.ToDiagnostic());
    }

    /// <summary>The findings in <paramref name="body"/>, nested functions excluded, in source order.</summary>
    public static IReadOnlyList<Finding> Findings(FunctionBody body, CancellationToken cancellation) =>
        Findings(ReplyCodeAnalysis.Of(body, cancellation), cancellation);

    /// <summary>The findings in the body whose handlings these are.</summary>
    public static IReadOnlyList<Finding> Findings(IReadOnlyList<ReplyCodeAnalysis> analyses, CancellationToken cancellation) =>
        analyses.Count == 0 ? [] : Nesting.UnlessTooDeep((analyses, cancellation), static at => AllFindings(at.analyses, at.cancellation));

    private static IReadOnlyList<Finding> AllFindings(IReadOnlyList<ReplyCodeAnalysis> analyses, CancellationToken cancellation)
    {
        var findings = new Dictionary<Location, Finding>();
        foreach (var analysis in analyses)
        {
            foreach (var rule in Rules)
            {
                if (analysis.IsEnhancedStatus && (!rule.JudgesEnhancedStatus || analysis.TellsSingleStatusesApart))
                    continue;
                ReplyCodeSet? wrong = null;
                foreach (var site in analysis.OutcomeSites)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (rule.Concerns(site.Outcome))
                        JudgeSite(rule, analysis, site, site.Codes & (wrong ??= rule.Wrong(analysis)), findings);
                }
            }
        }

        var more = new List<Finding>();
        foreach (var rule in TestRules)
        {
            foreach (var analysis in analyses)
            {
                if (!analysis.IsEnhancedStatus)
                    more.AddRange(rule.Find(analysis, findings.Values));
            }

            cancellation.ThrowIfCancellationRequested();
            foreach (var finding in more)
            {
                if (!findings.ContainsKey(finding.Location))
                    findings.Add(finding.Location, finding);
            }

            more.Clear();
        }

        return findings.Count == 0 ? [] : findings.Values.OrderBy(static finding => finding.Location.SourceSpan.Start).ToList();
    }

    private static void JudgeSite(
        OutcomeRule rule, ReplyCodeAnalysis analysis, OutcomeSite site, ReplyCodeSet condemned, Dictionary<Location, Finding> findings)
    {
        if (condemned.IsEmpty)
            return;
        foreach (var group in analysis.EquivalenceClasses)
            JudgeAlike(rule, analysis, site, group & condemned, findings);
        JudgeAlike(rule, analysis, site, MissingReplyGivenUp.NoReply & condemned, findings);
    }

    // An option decides about the codes that it lists, not about others that the body handles like them.
    private static void JudgeAlike(
        OutcomeRule rule, ReplyCodeAnalysis analysis, OutcomeSite site, ReplyCodeSet alike, Dictionary<Location, Finding> findings)
    {
        if (alike.IsEmpty)
            return;
        var decided = analysis.Classes.Decided;
        Judge(rule, analysis, site, alike - decided, findings);
        Judge(rule, analysis, site, alike & decided, findings);
    }

    // One code speaks for all that are handled alike.
    private static void Judge(
        OutcomeRule rule, ReplyCodeAnalysis analysis, OutcomeSite site, ReplyCodeSet alike, Dictionary<Location, Finding> findings)
    {
        if (alike.First is not { } code || rule.FindCause(analysis, site, code) is not { } cause)
            return;
        var finding = new Finding(rule, cause.Atom.Syntax.GetLocation(), cause.Atom.Kind, alike, site, analysis) { Atom = cause.Atom };
        if (finding.Kind == MatchKind.Handler)
            finding = finding with { Location = OtherwiseLocation.Of(cause.Atom, site) };
        else if (finding.Kind == MatchKind.Otherwise)
            finding = Elsewhere(finding);
        else if (cause.Atom.IsBound && findings.TryGetValue(finding.Location, out var other) && other.Rule != rule)
            finding = Share(other, finding, findings);
        else if (cause.Atom.ByFailing && IsOfDecisionIn(findings, finding))
            finding = Elsewhere(finding);
        if (!findings.TryGetValue(finding.Location, out var known))
            findings[finding.Location] = finding;
        else if (known.Rule == rule)
            findings[finding.Location] = known with { Codes = known.Codes | alike };
    }

    // One bound can be wrong both ways (below it given up, above it retried): it stands for the codes that
    // pass it, the others are reported where they arrive.
    private static Finding Share(Finding first, Finding second, Dictionary<Location, Finding> findings)
    {
        if (first.Atom is not { ByFailing: true } || second.Atom is { ByFailing: true })
            return Elsewhere(second);
        var moved = Elsewhere(first);
        findings.Remove(first.Location);
        if (!findings.ContainsKey(moved.Location))
            findings[moved.Location] = moved;
        return second;
    }

    private static bool IsOfDecisionIn(Dictionary<Location, Finding> findings, Finding finding) =>
        findings.Values.Any(before => before.Rule != finding.Rule && IsOfSameDecision(before, finding));

    // The range is reported for what it lets in; what it keeps out is reported where that arrives.
    private static bool IsOfSameDecision(Finding before, Finding finding) =>
        before.Atom is { IsBound: true, ByFailing: false } one && finding.Atom is { } other
        && one.Site.SyntaxTree == other.Site.SyntaxTree && Decision.Around(one.Site) == Decision.Around(other.Site);

    private static Finding Elsewhere(Finding finding) => finding.Atom is not { } atom || finding.OutcomeSite is not { } site ? finding
        : finding with { Location = OtherwiseLocation.Of(atom, site), Kind = MatchKind.Otherwise };
}
