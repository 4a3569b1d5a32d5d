using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>The rules on retrying and delivery.</summary>
internal sealed class DeliveryFamily : RuleFamily
{
    private static readonly ImmutableArray<DeliveryRule> Rules = ImmutableArray.Create<DeliveryRule>(
        new RetryIgnoresReplyCode(), new HastyRetry(), new ClosedClientReused(), new SentToEveryoneAgain(), new AmbiguousRetry(), new SuppressedOnAnyRefusal(),
        new UnboundedRetry(), new QuitFailsAcceptedMessage(), new RightAnswerFails(), new ForwardedRecipientRefused());

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.CreateRange(Rules, static rule => rule.Descriptor);

    public override IEnumerable<Diagnostic> Analyze(MailFile file) => ReplyHandlingAnalysis.UnlessTooDeep(() =>
    {
        var deliveries = new Deliveries(file);
        var reported = new HashSet<(string Id, Location Location)>();
        return Rules.SelectMany(rule => rule.Findings(deliveries)).Where(finding => reported.Add((finding.Id, finding.Location))).ToList();
    });
}
