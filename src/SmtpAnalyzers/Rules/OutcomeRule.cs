using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on which reply codes come to which outcome. It decides; the engine computes.</summary>
internal abstract class OutcomeRule : ReplyRule
{
    /// <summary>The outcomes that can be wrong.</summary>
    public abstract bool Concerns(Outcome outcome);

    /// <summary>The codes for which they are wrong.</summary>
    public abstract ReplyCodeSet Wrong(Handling handling);

    /// <summary>Whether of two bounds around wrong codes the lower one is at fault.</summary>
    public abstract bool PrefersLowerBound { get; }

    /// <summary>Whether an attempt count, an age or a deadline explains the outcome.</summary>
    public virtual bool CountsExplain => true;

    /// <summary>Whether <paramref name="code"/>, which <paramref name="culprit"/> lets come to a wrong outcome, is to be reported.</summary>
    public abstract bool Condemns(Handling handling, Evidence evidence, Culprit culprit, int code);

    /// <summary>What is to be reported for <paramref name="code"/>, one of the wrong ones at <paramref name="evidence"/>; null where nothing is.</summary>
    public virtual Culprit? Blame(Handling handling, Evidence evidence, int code) =>
        handling.Blame(evidence, code, PrefersLowerBound) is { } culprit
        && Condemns(handling, evidence, culprit, code)
        && handling.IsInevitable(evidence, code, culprit, CountsExplain)
            ? culprit
            : null;
}
