using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>All rules, and what they find in a file.</summary>
internal static class AllRules
{
    private static readonly ImmutableArray<Rule> Rules = ImmutableArray.Create<Rule>(
        new RetryIgnoresReplyCode(), new HastyRetry(), new ClosedClientReused(), new SentToEveryoneAgain(), new AmbiguousRetry(),
        new SuppressedOnAnyRefusal(), new UnboundedRetry(), new QuitFailsAcceptedMessage(), new AcceptedMessageFails(),
        new RightAnswerFails(), new ForwardedRecipientRefused(),
        new NeverThrown(), new ErrorCodeAsVerdict(), new SendTextAsVerdict(), new CodeFromText(), new OneFormOfRefusal(),
        new WrongCredentials(), new FailedVerify(), new ProbeIsVerdict(), new DroppedReply(), new BracketedAddress(),
        new WrappingLosesCode(), new ReportActionIgnored(), new FaultAnsweredPermanently(), new ExceptionLeavesStore());

    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = ReplyCodeRules.Descriptors
        .Concat(Rules.Select(static rule => rule.Descriptor))
        .Append(SmtpAnalyzers.Rules.Descriptors.UnreadableOption)
        .Distinct()
        .ToImmutableArray();

    /// <summary>
    /// The findings of all rules in <paramref name="file"/>: of two that speak of the same slip,
    /// the one that <see cref="Precedence"/> prefers.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Findings(MailFile file)
    {
        var reported = new HashSet<(string Id, Location Location)>();
        var findings = ReplyCodeRules.Findings(file)
            .Concat(Rules.Where(rule => rule.SpeaksOf.Count == 0 || file.MentionsAny(rule.SpeaksOf))
                .SelectMany(rule => Nesting.UnlessTooDeep((rule, file), static at => at.rule.Findings(at.file).ToArray())))
            .Where(finding => reported.Add((finding.Id, finding.Location)) && !UnfinishedCode.IsAt(finding.Location))
            .ToList();
        return Precedence.Apply(findings, file);
    }
}
