using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

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

    public override bool Concerns(Outcome outcome) => outcome == Outcome.GiveUp;

    public override ReplyCodeSet Wrong(Handling handling) => handling.Classes.Transient;

    public override bool Condemns(Handling handling, Evidence evidence, Culprit culprit, int code) => culprit.Leaf.Kind switch
    {
        _ when handling.Classes.Decided.Contains(code) => true,
        LeafKind.Named or LeafKind.Element => !NeutralByName.Contains(code),
        // One name retried, the rest given up. Two or more is an incomplete list of names, which is another rule's. Or the classes are those of HTTP.
        LeafKind.Otherwise => RetriedByName(handling) == 1 || handling.IsLikeHttp,
        _ => true,
    };

    // A handler that gives up without a look at the code, unless the incomplete list of names before it is to blame.
    public override Culprit? Blame(Handling handling, Evidence evidence, int code) =>
        base.Blame(handling, evidence, code)
        ?? (!IsListOfNames(handling) && handling.CatchAll(evidence, code) is { } culprit && handling.IsInevitable(evidence, code, culprit, CountsExplain)
            ? culprit
            : null);

    private static bool IsListOfNames(Handling handling) => RetriedByName(handling) >= 2 && !handling.CodesOf(Outcome.Retry).Overlaps(handling.Unnamed);

    private static int RetriedByName(Handling handling) => (handling.CodesOf(Outcome.Retry) & Common & handling.Classes.Transient).Codes.Count();
}
