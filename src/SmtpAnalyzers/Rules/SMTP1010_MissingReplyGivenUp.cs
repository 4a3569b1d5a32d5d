using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1010: System.Net.Mail's GeneralFailure, which is no reply, is named where mail is given up.</summary>
internal sealed class MissingReplyGivenUp : OutcomeRule
{
    /// <summary>The value of GeneralFailure.</summary>
    public static readonly ReplyCodeSet NoReply = ReplyCodeSet.Of(ReplyCodes.NoReply);

    public override DiagnosticDescriptor Descriptor => Descriptors.MissingReplyGivenUp;

    public override bool PrefersLowerBound => true;

    public override bool Concerns(Outcome outcome) => outcome == Outcome.GiveUp;

    // Only System.Net.Mail has a name for it.
    public override ReplyCodeSet Wrong(ReplyCodeAnalysis analysis) =>
        analysis.Type.GetMembers(MailSymbols.GeneralFailure).IsEmpty ? ReplyCodeSet.Empty : NoReply;

    // A default takes it along with the rest, which somebody may have weighed. The exception of several refused recipients has no other
    // code: to name it there says nothing.
    public override bool Condemns(ReplyCodeAnalysis analysis, OutcomeSite site, Cause cause, int code) =>
        cause.Atom.Kind is MatchKind.Named or MatchKind.Element
        && !analysis.IsOfSeveralRecipients
        && !analysis.Reach.Before(cause.Block, cause.Step).Codes.IsSubsetOf(NoReply | ReplyCodeSet.NoReply);

    public override object[] Arguments(Finding finding) => [finding.OutcomeSite?.Phrase ?? ""];
}
