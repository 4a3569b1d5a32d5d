using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on which reply codes come to which outcome. It decides; the engine computes.</summary>
internal abstract class ReplyRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The outcomes that can be wrong.</summary>
    public abstract bool Concerns(Outcome outcome);

    /// <summary>The codes for which they are wrong.</summary>
    public abstract ReplyCodeSet Wrong(Handling handling);

    /// <summary>Codes of the same class that are not wrong by themselves, but come along in a range of wrong ones.</summary>
    public virtual ReplyCodeSet Neutral(ReplyClasses classes) => ReplyCodeSet.Empty;

    /// <summary>Whether of two bounds around wrong codes the lower one is at fault.</summary>
    public abstract bool PrefersLowerBound { get; }

    /// <summary>Whether an attempt count, an age or a deadline explains the outcome.</summary>
    public virtual bool CountsExplain => true;

    /// <summary>Whether <paramref name="code"/>, which <paramref name="culprit"/> lets come to a wrong outcome, is to be reported.</summary>
    public abstract bool Condemns(Handling handling, Evidence evidence, Culprit culprit, int code);

    /// <summary>What the outcome costs, as the last part of the message; empty where the message says it already.</summary>
    public virtual string Consequence(Evidence evidence) => "";
}
