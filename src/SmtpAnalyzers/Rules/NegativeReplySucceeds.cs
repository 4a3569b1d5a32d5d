using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

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

    public override ReplyCodeSet Wrong(Handling handling) =>
        handling.IsReplyToQuit ? ReplyCodeSet.Empty : handling.Classes.Transient | handling.Classes.Permanent;

    public override bool Condemns(Handling handling, Evidence evidence, Culprit culprit, int code) => !SaysDone(evidence) && !handling.IsToldOfReply(evidence) && culprit.Leaf.Kind switch
    {
        LeafKind.Named or LeafKind.Element => true,
        // Some refusals are no success, all others are.
        LeafKind.Otherwise => !Wrong(handling).IsSubsetOf(handling.CodesOf(Outcome.Delivered)),
        LeafKind.LowerBound or LeafKind.UpperBound or LeafKind.Group => !(evidence.Codes & Wrong(handling)).IsSubsetOf(Edges),
        _ => false,
    };

    // Done with a mail is who has given it up, too.
    private static bool SaysDone(Evidence evidence) => evidence.What.IndexOf("done", StringComparison.OrdinalIgnoreCase) >= 0;
}
