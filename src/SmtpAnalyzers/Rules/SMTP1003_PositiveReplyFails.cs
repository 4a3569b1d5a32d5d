using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1003: a 2yz or 3yz reply whose outcome is a failure, a retry or giving up.</summary>
internal sealed class PositiveReplyFails : OutcomeRule
{
    // No exception of System.Net.Mail carries them, so naming them there is idle; but 221 and 251 were meant to be 421 and 551.
    private static readonly ReplyCodeSet MeantAnother = ReplyCodeSet.Of(221, 251);

    // 251 accepts a recipient as 250 does.
    private const int WillForward = 251;

    // The server does not say whether the mailbox exists: "unknown" is the right reading.
    private const int CannotVerify = 252;

    public override DiagnosticDescriptor Descriptor => Descriptors.PositiveReplyFails;

    public override bool PrefersLowerBound => true;

    public override bool Concerns(Outcome outcome) => outcome is Outcome.Failure or Outcome.Retry or Outcome.GiveUp;

    public override ReplyCodeSet Wrong(ReplyCodeAnalysis analysis) =>
        analysis.Classes.Positive & (analysis.IsOfAccepted ? ReplyCodeSet.Of(WillForward)
            : !analysis.IsSystemNetMailException ? ReplyCodeSet.All
            : NamesSeveral(analysis) ? ReplyCodeSet.Empty
            : MeantAnother);

    // Who lists all positive replies there has mistaken none of them for another.
    private static bool NamesSeveral(ReplyCodeAnalysis analysis) =>
        analysis.EquivalenceClasses.Count(static group =>
            group.Sole is { } code && ReplyCodes.ClassOf(code) is ReplyClass.PositiveCompletion or ReplyClass.PositiveIntermediate) > 1;

    public override bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code) => cause.Atom.Kind switch
    {
        MatchKind.Named or MatchKind.Element => code != CannotVerify || !SaysUnknown(site),
        // A one-sided range in a predicate that is asked about successes as well.
        MatchKind.LowerBound or MatchKind.UpperBound => analysis.SeesSuccesses && site.IsFlag && site.Outcome != Outcome.Failure,
        // response.StatusCode != Ok, where nothing but 250 and 251 comes.
        MatchKind.Otherwise => analysis.IsOfAccepted,
        _ => false,
    };

    public override string Consequence(OutcomeSite site) => site.Outcome switch
    {
        Outcome.Retry => "repeats what was accepted",
        Outcome.GiveUp => "gives up accepted mail",
        _ => "raises a false alarm",
    };

    private static bool SaysUnknown(OutcomeSite site) => site.Phrase.IndexOf("unknown", StringComparison.OrdinalIgnoreCase) >= 0;
}
