using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1002: a 5yz reply whose outcome is that the same mail is sent again.</summary>
internal sealed class PermanentReplyRetried : OutcomeRule
{
    /// <summary>
    /// The codes that mean the same to everyone. Others may speak of a session or a password
    /// (50z, 53z), or are retried by some sites (552).
    /// </summary>
    public static readonly ReplyCodeSet Undisputed = ReplyCodeSet.Of(501, 504, 521, 550, 551, 553, 554, 555, 556);
    private static readonly ReplyCodeSet Disputed = ReplyCodeSet.Of(500, 502, 503, 530, 534, 535, 538, 552);

    // Servers refuse recipients and messages with these codes. A list that gives all of them up may well retry the rest.
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(550, 551, 553, 554);

    public override DiagnosticDescriptor Descriptor => Descriptors.PermanentReplyRetried;

    /// <summary>The permanent codes that may be retried or given up, unless the options decide on them.</summary>
    public static ReplyCodeSet DisputedIn(ReplyClasses classes) => Disputed - classes.Decided;

    public override ReplyCodeSet Neutral(ReplyClasses classes) => DisputedIn(classes);

    public override bool PrefersLowerBound => false;

    // Trying a few times does not make a refusal pass.
    public override bool CountsExplain => false;

    public override bool JudgesEnhancedStatus => true;

    public override bool Concerns(Outcome outcome) => outcome == Outcome.Retry;

    public override ReplyCodeSet Wrong(ReplyCodeAnalysis analysis) =>
        analysis.OnlyConnects ? ReplyCodeSet.Empty
        : analysis.Classes.Permanent - Neutral(analysis.Classes) - (analysis.MayMakeUp554 ? ReplyCodeSet.Of(554) : ReplyCodeSet.Empty);

    public override bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code) => cause.Atom.Kind switch
    {
        _ when analysis.Classes.Decided.Contains(code) => true,
        MatchKind.Named or MatchKind.Element => Undisputed.Contains(code),
        // Some permanent codes are spared by name and the rest retried, or the classes are those of HTTP.
        // Retrying all of them blindly is another rule's.
        MatchKind.Otherwise => analysis.IsLikeHttp
            || (analysis.CodesOf(Outcome.Retry) is var retried && !Undisputed.IsSubsetOf(retried) && Common.Overlaps(retried)),
        _ => site.Codes.Overlaps(Undisputed),
    };
}
