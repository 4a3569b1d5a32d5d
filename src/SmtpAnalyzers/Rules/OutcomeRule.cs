using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on which reply codes come to which outcome. It decides; the engine computes.</summary>
internal abstract class OutcomeRule : ReplyRule
{
    /// <summary>The outcomes that can be wrong.</summary>
    public abstract bool Concerns(Outcome outcome);

    /// <summary>The codes for which they are wrong.</summary>
    public abstract ReplyCodeSet Wrong(ReplyCodeAnalysis analysis);

    /// <summary>Whether of two bounds around wrong codes the lower one is at fault.</summary>
    public abstract bool PrefersLowerBound { get; }

    /// <summary>Whether an attempt count, an age or a deadline explains the outcome.</summary>
    public virtual bool CountsExplain => true;

    /// <summary>Whether the class of an enhanced status code (4.x.x) says as much as that of a reply code.</summary>
    public virtual bool JudgesEnhancedStatus => false;

    /// <summary>Whether <paramref name="code"/>, which <paramref name="cause"/> lets come to a wrong outcome, is to be reported.</summary>
    public abstract bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code);

    /// <summary>
    /// What is to be reported for <paramref name="code"/>, one of the wrong ones at <paramref name="site"/>; null where nothing is.
    /// </summary>
    public virtual Cause? FindCause(ReplyCodeAnalysis analysis, OutcomeSite site, int code) =>
        analysis.FindCause(site, code, PrefersLowerBound) is { } cause
        && Condemns(analysis, site, cause, code)
        && analysis.IsInevitable(site, code, cause, CountsExplain)
            ? cause
            : null;
}
