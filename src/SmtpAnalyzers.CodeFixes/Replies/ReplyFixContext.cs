using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>A finding about reply codes: which, and what wrongly becomes of them.</summary>
internal sealed class ReplyFixContext : FixContext
{
    public ReplyFixContext(FixContext context, FindingProperties finding) : base(context) => Finding = finding;

    public FindingProperties Finding { get; }

    /// <summary>The outcome that the class of the codes asks for.</summary>
    public Outcome RightOutcome => Id switch
    {
        DiagnosticIds.TransientReplyGivenUp or DiagnosticIds.MissingReplyGivenUp => Outcome.Retry,
        DiagnosticIds.PermanentReplyRetried => Outcome.GiveUp,
        DiagnosticIds.NegativeReplySucceeds when Finding.Codes.IsSubsetOf(Options.Classes.Transient) => Outcome.Retry,
        DiagnosticIds.NegativeReplySucceeds when Finding.Codes.IsSubsetOf(Options.Classes.Permanent) => Outcome.GiveUp,
        DiagnosticIds.NegativeReplySucceeds => Outcome.None,
        _ => Outcome.Delivered,
    };

    /// <summary>The class that the outcome is right for.</summary>
    public ReplyClass? RightClass => Finding.Outcome switch
    {
        Outcome.Retry => ReplyClass.TransientNegative,
        Outcome.GiveUp => ReplyClass.PermanentNegative,
        Outcome.Delivered => ReplyClass.PositiveCompletion,
        _ => null,
    };

    /// <summary>The class that is wrong there.</summary>
    public ReplyCodeSet WrongClass => Id switch
    {
        DiagnosticIds.TransientReplyGivenUp => Options.Classes.Transient,
        DiagnosticIds.PermanentReplyRetried => Options.Classes.Permanent,
        DiagnosticIds.NegativeReplySucceeds => Options.Classes.Transient | Options.Classes.Permanent,
        DiagnosticIds.MissingReplyGivenUp => MissingReplyGivenUp.NoReply,
        _ => Options.Classes.Positive,
    };

    /// <summary>How the bodies concerned handle reply codes.</summary>
    public IEnumerable<ReplyCodeAnalysis> Handlings => Reading.Bodies.SelectMany(static body => body.Handlings);

    /// <summary>The one code concerned, or null where there are several.</summary>
    public int? Code => Finding.Codes.Sole;

    /// <summary>The codes concerned, for a title.</summary>
    public string CodesInWords => Code is -1 ? MailSymbols.GeneralFailure : Code is { } code ? $"{code}" : Id switch
    {
        DiagnosticIds.TransientReplyGivenUp => "4xx",
        DiagnosticIds.PermanentReplyRetried => "5xx",
        DiagnosticIds.NegativeReplySucceeds => "4xx and 5xx",
        _ => "2xx and 3xx",
    };
}
