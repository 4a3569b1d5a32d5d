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
        MatchKind.Otherwise => analysis.IsLikeHttp || new RetryList(analysis) is { Length: < 2, Transient.IsEmpty: false },
        _ => true,
    };

    // A handler that gives up without a look at the code, unless the incomplete list of names before it is to blame.
    public override Cause? FindCause(ReplyCodeAnalysis analysis, OutcomeSite site, int code) =>
        base.FindCause(analysis, site, code)
        ?? (analysis.CatchAll(site, code) is { } cause
            && !IsListOfNamesBefore(cause.Atom.Site, analysis)
            && analysis.IsInevitable(site, code, cause, CountsExplain)
            ? cause
            : null);

    // A list in a later handler is not asked about what this one takes.
    private static bool IsListOfNamesBefore(SyntaxNode handler, ReplyCodeAnalysis analysis) =>
        new RetryList(analysis) is { Length: >= 2 } list
        && !list.Codes.Overlaps(analysis.CodesWithoutOwnTest) && list.BeginsBefore(handler);
}
