using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2002: mail that was refused for now is sent again at once, or nearly so.</summary>
internal sealed class HastyRetry : DeliveryRule
{
    // The codes of greylisting, a busy mailbox and a busy server, which take minutes.
    private static readonly ReplyCodeSet Slow = ReplyCodeSet.Of(450, 451);

    public override DiagnosticDescriptor Descriptor => Descriptors.HastyRetry;

    public override IEnumerable<Diagnostic> Findings(SendSites deliveries) =>
        HandWritten(deliveries).Concat(ByPolly(deliveries, new PolicyReading(deliveries)));

    private IEnumerable<Diagnostic> HandWritten(SendSites deliveries) =>
        from repetition in deliveries.RetryHandlers
        where repetition.HasReply && repetition.Codes.Overlaps(Slow) && !SentToEveryoneAgain.IsOfRecipients(repetition.Handler) && repetition.Unbounded is null
        let wait = new Waits(deliveries).In(repetition.Round)
        where wait < deliveries.File.Options.MinimumRetryDelay
        select Report(GuardedSend.LocationOf(repetition.Clause), wait.Value, deliveries);

    private IEnumerable<Diagnostic> ByPolly(SendSites deliveries, PolicyReading reading) =>
        from policy in deliveries.Policies
        where reading.Retries(policy, Slow) && UnboundedRetry.Endless(policy, deliveries) is null
        let wait = new Waits(deliveries).Of(policy)
        where wait < deliveries.File.Options.MinimumRetryDelay
        let place = policy.Handled.Where(reading.NamesReplies).Concat(policy.Handled).Select(static handled => handled.Name).FirstOrDefault() ?? policy.Name
        select Report(place.GetLocation(), wait.Value, deliveries);

    private Diagnostic Report(Location location, TimeSpan wait, SendSites deliveries) => Diagnostic.Create(
        Descriptor,
        location,
        wait == TimeSpan.Zero ? "at once" : $"after {Words(wait)}",
        Words(deliveries.File.Options.MinimumRetryDelay));

    private static string Words(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} {(time.TotalSeconds == 1 ? "second" : "seconds")}");
}
