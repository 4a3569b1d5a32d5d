using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on how a body handles a reply code.</summary>
internal abstract class ReplyRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Codes of the same class that are not wrong by themselves, but come along in a range of wrong ones.</summary>
    public virtual ReplyCodeSet Neutral(ReplyClasses classes) => ReplyCodeSet.Empty;

    /// <summary>What the outcome costs, as the last part of the message; empty where the message says it already.</summary>
    public virtual string Consequence(OutcomeSite site) => "";

    /// <summary>What the message says of <paramref name="finding"/>.</summary>
    public virtual object[] Arguments(Finding finding) =>
    [
        finding.Subject, finding.IsOne ? "is" : "are", finding.OutcomeSite?.Phrase ?? "", finding.Trap,
        finding.OutcomeSite is { } site ? Consequence(site) : "",
    ];
}
