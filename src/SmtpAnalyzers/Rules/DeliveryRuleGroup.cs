using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>The rules on retrying and delivery.</summary>
internal sealed class DeliveryRuleGroup : RuleGroup
{
    private static readonly ImmutableArray<DeliveryRule> Rules = ImmutableArray.Create<DeliveryRule>(
        new RetryIgnoresReplyCode(), new HastyRetry(), new ClosedClientReused(), new SentToEveryoneAgain(), new AmbiguousRetry(), new SuppressedOnAnyRefusal(),
        new UnboundedRetry(), new QuitFailsAcceptedMessage(), new RightAnswerFails(), new ForwardedRecipientRefused());

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.CreateRange(Rules, static rule => rule.Descriptor);

    public override IEnumerable<Diagnostic> Analyze(MailFile file) => ReplyCodeRules.UnlessTooDeep(() =>
    {
        var deliveries = new SendSites(file);
        var reported = new HashSet<(string Id, Location Location)>();
        return Rules.SelectMany(rule => rule.Findings(deliveries)).Where(finding => reported.Add((finding.Id, finding.Location))).ToList();
    });
}
