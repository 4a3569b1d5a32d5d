using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>SMTP2006, off by default: a recipient is suppressed for any 5yz, whether it says something of the recipient or not.</summary>
internal sealed class SuppressedOnAnyRefusal : DeliveryRule
{
    private static readonly ImmutableHashSet<string> Suppression =
        Words.Exactly("suppress suppresses suppressed suppression suppressions unsubscribe unsubscribed deactivate deactivated blacklist blacklisted blocklist blocklisted");

    private static readonly ReplyCodeSet Others = ReplyCodeSet.Positive | ReplyCodeSet.Transient;

    public override DiagnosticDescriptor Descriptor => Descriptors.SuppressedOnAnyRefusal;

    public override IEnumerable<Diagnostic> Findings(Deliveries deliveries) =>
        from body in deliveries.File.Bodies
        from handling in deliveries.File.Handlings(body)
        from block in body.Graph.Blocks
        // The class, and nothing but refusals: one code alone is a decision, all replies are another rule's.
        where handling.Reach.Entry(block).Codes.Overlaps(ReplyCodeSet.Permanent)
        from at in handling.Reach.Steps(block)
        where ReplyCodeSet.Permanent.IsSubsetOf(at.State.Codes) && !at.State.Codes.Overlaps(Others)
        from call in at.Step.DescendantsAndSelf().OfType<IInvocationOperation>()
        where Suppresses(call, body) && !handling.LooksElsewhereBefore(block)
        select Diagnostic.Create(Descriptor, call.Syntax.GetLocation());

    private static bool Suppresses(IInvocationOperation call, Body body) =>
        !Reporting.IsReport(call)
        && (Words.OfName(call.TargetMethod.Name).Any(Suppression.Contains)
            || (Shape.Adds(call) && call.Instance is { } list && Shape.NameOf(body.Definitions.Unwrap(list)) is { } name && Words.OfName(name).Any(Suppression.Contains)));
}
