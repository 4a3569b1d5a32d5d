using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1003: a 2yz or 3yz reply whose outcome is a failure, a retry or giving up.</summary>
internal sealed class PositiveReplyFails : OutcomeRule
{
    // No exception of System.Net.Mail carries them, so naming them there is idle; but 221 and 251 were meant to be 421 and 551.
    private static readonly ReplyCodeSet MeantAnother = ReplyCodeSet.Of(221, 251);

    public override DiagnosticDescriptor Descriptor => Descriptors.PositiveReplyFails;

    public override bool PrefersLowerBound => true;

    public override bool Concerns(Outcome outcome) => outcome is Outcome.Failure or Outcome.Retry or Outcome.GiveUp;

    public override ReplyCodeSet Wrong(Handling handling) =>
        handling.Classes.Positive & (handling.IsSystemNetMailException ? MeantAnother : ReplyCodeSet.All);

    public override bool Condemns(Handling handling, Evidence evidence, Culprit culprit, int code) => culprit.Leaf.Kind switch
    {
        LeafKind.Named or LeafKind.Element => true,
        // A one-sided range in a predicate that is asked about successes as well.
        LeafKind.LowerBound or LeafKind.UpperBound => handling.SeesSuccesses && evidence.IsFlag && evidence.Outcome != Outcome.Failure,
        _ => false,
    };

    public override string Consequence(Evidence evidence) => evidence.Outcome switch
    {
        Outcome.Retry => "what was accepted is done again",
        Outcome.GiveUp => "what the server accepted is given up",
        _ => "a false alarm",
    };
}
