using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1001: a 4yz reply whose outcome is that the mail is given up.</summary>
internal sealed class TransientReplyGivenUp : OutcomeRule
{
    // The codes that a complete list of names retries.
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(421, 450, 451, 452);

    // Named after authentication in every library, where giving up is a matter of taste.
    private static readonly ReplyCodeSet NeutralByName = ReplyCodeSet.Of(432);

    public override DiagnosticDescriptor Descriptor => Descriptors.TransientReplyGivenUp;

    public override bool PrefersLowerBound => true;

    public override bool JudgesEnhancedStatus => true;

    public override bool Concerns(Outcome outcome) => outcome == Outcome.GiveUp;

    public override ReplyCodeSet Wrong(ReplyCodeAnalysis analysis) => analysis.Classes.Transient;

    public override bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code) => cause.Atom.Kind switch
    {
        _ when analysis.Classes.Decided.Contains(code) => true,
        MatchKind.Named or MatchKind.Element => !NeutralByName.Contains(code),
        // One name retried, the rest given up. Two or more is an incomplete list of names, which is another rule's. Or the classes
        // are those of HTTP.
        MatchKind.Otherwise => analysis.IsLikeHttp
            || (RetriedByName(analysis) < 2 && Retried(analysis).Overlaps(analysis.Classes.Transient)),
        _ => true,
    };

    // A handler that gives up without a look at the code, unless the incomplete list of names before it is to blame.
    public override Cause? FindCause(ReplyCodeAnalysis analysis, OutcomeSite site, int code) =>
        base.FindCause(analysis, site, code)
        ?? (analysis.CatchAll(site, code) is { } cause
            && !(IsListOfNames(analysis) && RetriesBefore(analysis, cause))
            && analysis.IsInevitable(site, code, cause, CountsExplain)
            ? cause
            : null);

    private static bool IsListOfNames(ReplyCodeAnalysis analysis) =>
        RetriedByName(analysis) >= 2 && !Retried(analysis).Overlaps(analysis.CodesWithoutOwnTest);

    // A list in a later handler is not asked about what this one takes.
    private static bool RetriesBefore(ReplyCodeAnalysis analysis, Cause handler) => analysis.OutcomeSites.Any(site =>
        site.Outcome == Outcome.Retry && !site.Codes.IsEmpty && site.Syntax.SpanStart < handler.Atom.Site.Span.End);

    private static int RetriedByName(ReplyCodeAnalysis analysis) =>
        (Retried(analysis) & Common & analysis.Classes.Transient).Codes.Count();

    // A handler of another exception, or another reason to retry, asks nothing of this code.
    private static ReplyCodeSet Retried(ReplyCodeAnalysis analysis) => analysis.OutcomeSites
        .Where(static site => site.Outcome == Outcome.Retry && !site.IsWhateverTheCode)
        .Aggregate(ReplyCodeSet.Empty, static (union, site) => union | site.Codes);
}
