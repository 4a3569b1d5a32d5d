using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1004: a 4yz or 5yz reply whose outcome is that the mail counts as delivered.</summary>
internal sealed class NegativeReplySucceeds : OutcomeRule
{
    // A bound that is off by one, which is another rule's.
    private static readonly ReplyCodeSet Edges = ReplyCodeSet.Of(400, 500);

    public override DiagnosticDescriptor Descriptor => Descriptors.NegativeReplySucceeds;

    public override bool PrefersLowerBound => false;

    // However often it was tried, it was not delivered.
    public override bool CountsExplain => false;

    public override bool Concerns(Outcome outcome) => outcome == Outcome.Delivered;

    public override ReplyCodeSet Wrong(ReplyCodeAnalysis analysis) =>
        analysis.IsReplyToQuit ? ReplyCodeSet.Empty : analysis.Classes.Transient | analysis.Classes.Permanent;

    public override bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code) =>
        !SaysDone(site) && !analysis.IsToldOfReply(site) && cause.Atom.Kind switch
        {
            MatchKind.Named or MatchKind.Element => true,
            // Some refusals are no success, all others are.
            MatchKind.Otherwise => !Wrong(analysis).IsSubsetOf(analysis.CodesOf(Outcome.Delivered)),
            MatchKind.LowerBound or MatchKind.UpperBound or MatchKind.Group => !(site.Codes & Wrong(analysis)).IsSubsetOf(Edges),
            _ => false,
        };

    // A handler that says so of every refusal, without a look at it.
    public override Cause? FindCause(ReplyCodeAnalysis analysis, OutcomeSite site, int code) =>
        base.FindCause(analysis, site, code)
        ?? (!SaysDone(site)
            && !analysis.IsToldOfReply(site)
            && analysis.CatchAll(site, code) is { } cause
            && analysis.IsInevitable(site, code, cause, CountsExplain)
            ? cause
            : null);

    // Done with a mail is who has given it up, too.
    private static bool SaysDone(OutcomeSite site) => site.Phrase.IndexOf("done", StringComparison.OrdinalIgnoreCase) >= 0;
}
