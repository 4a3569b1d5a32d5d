using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// The replies that a switch over the reply code does not list, refusals of both classes among them, beside those that it lists.
/// </summary>
internal sealed class UnlistedReplies
{
    private readonly ReplySwitch _switch;
    private readonly ReplyCodeSet _codes;
    private readonly ReplyCodeAnalysis _analysis;

    private UnlistedReplies(ReplySwitch one, ReplyCodeSet codes, ReplyCodeAnalysis analysis) =>
        (_switch, _codes, _analysis) = (one, codes, analysis);

    /// <summary>Those of <paramref name="one"/>; null where it tells 4yz from 5yz.</summary>
    public static UnlistedReplies? Of(ReplySwitch one, ReplyCodeAnalysis analysis) =>
        analysis.EquivalenceClasses.FirstOrDefault(codes =>
            codes.Overlaps(one.Coming & analysis.Classes.Transient) && codes.Overlaps(one.Coming & analysis.Classes.Permanent))
            is { } alike ? new UnlistedReplies(one, alike, analysis) : null;

    /// <summary>The refusals among them.</summary>
    public ReplyCodeSet Refusals => _codes & (_analysis.Classes.Transient | _analysis.Classes.Permanent);

    /// <summary>
    /// Whether the switch decides by names, of two refusals at least, what becomes of the mail. A predicate asks about one class, and says
    /// no to all others.
    /// </summary>
    public bool AreBesideNames => !_switch.Named.Overlaps(_analysis.CodesWithoutOwnTest)
        && (_switch.Named & (_analysis.Classes.Transient | _analysis.Classes.Permanent)).Codes.Take(2).Count() == 2
        && _analysis.OutcomeSites.Any(site => Decides(site) && site.Codes.Overlaps(_switch.Named)
            && _switch.Syntax.Span.Contains(site.Syntax.Span) && site.Phrase.IndexOf(" returns ", StringComparison.Ordinal) < 0);

    /// <summary>
    /// Whether all that must be retried is listed, where the rest is given up, or where nothing is given up here at all.
    /// </summary>
    public bool AreBesideCompleteList =>
        ReplyCodes.CommonTransient.IsSubsetOf(_switch.Named & _analysis.CodesOf(Outcome.Retry))
        && (!_switch.Named.Overlaps(_analysis.Classes.Permanent & _analysis.CodesOf(Outcome.GiveUp))
            || _analysis.OutcomeSites.Any(site => Decides(site) && site.Codes.Overlaps(_codes)));

    /// <summary>Whether they are left to somebody else, or handled in a way that is not understood.</summary>
    public bool AreHandledElsewhere =>
        _switch.RethrowsOthers || _analysis.HandsOn(_codes, _switch.First) || _analysis.DoesUnknown(_codes, _switch);

    /// <summary>What becomes of them, in words for a message; null where nothing in the switch says so.</summary>
    public string? Fate => _analysis.OutcomeSites
        .FirstOrDefault(site => _switch.Syntax.Span.Contains(site.Syntax.Span) && _codes.IsSubsetOf(site.Codes))?.Phrase;

    private static bool Decides(OutcomeSite site) => site.Outcome is Outcome.Retry or Outcome.GiveUp;
}
