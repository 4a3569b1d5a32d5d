using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>SMTP2001: a retry that repeats every reply, refusals for good included.</summary>
internal sealed class RetryIgnoresReplyCode : DeliveryRule
{
    // What every server means for good. With the positive codes among what is repeated, no test of the code was made at all.
    private static readonly ReplyCodeSet Blind = ReplyCodeSet.Of(501, 504, 521, 550, 551, 553, 554, 555, 556) | ReplyCodeSet.Positive;
    private static readonly ReplyCodeSet Passing = ReplyCodeSet.Of(450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryIgnoresReplyCode;

    public override IEnumerable<Diagnostic> Findings(Deliveries deliveries) =>
        deliveries.Attempts.SelectMany(HandWritten).Concat(deliveries.Policies.SelectMany(policy => OfPolly(policy, new PolicyReading(deliveries))));

    private IEnumerable<Diagnostic> HandWritten(Attempt attempt) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        where fate.Resends.Any(static resend => resend.Codes.Overlaps(Passing))
        from handler in attempt.Region.Handlers()
        // Recipients that were refused, and the message to everybody again: another rule's.
        where !SentToEveryoneAgain.IsOfRecipients(handler) && Blind.IsSubsetOf(fate.Caught(handler)) && Blind.IsSubsetOf(fate.SentAgainBy(handler))
        select Report(Attempt.LocationOf(attempt.ClauseOf(handler)), "What is caught here is", fate.Resends.Select(static resend => resend.Syntax.GetLocation()));

    private IEnumerable<Diagnostic> OfPolly(RetryPolicy policy, PolicyReading reading)
    {
        if (policy.Handled.Count == 0)
            return reading.VisiblySends(policy) is null ? [] : [Report(policy.Name.GetLocation(), "Without ShouldHandle everything is", [])];
        return policy.Handled.Where(handled => reading.RepliesHandled(policy, handled) is not null)
            .Select(handled => Report(handled.Name.GetLocation(), "What is handled here is", []));
    }

    private Diagnostic Report(Location location, string what, IEnumerable<Location> resends) =>
        Diagnostic.Create(Descriptor, location, resends.Distinct(), properties: null, what);
}
