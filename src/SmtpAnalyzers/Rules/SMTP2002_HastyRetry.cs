using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2002: mail that was refused for now is sent again at once, or nearly so.</summary>
internal sealed class HastyRetry : Rule
{
    // The codes of greylisting, a busy mailbox and a busy server, which take minutes.
    private static readonly ReplyCodeSet Slow = ReplyCodeSet.Of(450, 451);

    public override DiagnosticDescriptor Descriptor => Descriptors.HastyRetry;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        HandWritten(file).Concat(file.Sends.Policies.Count == 0 ? [] : ByPolly(file, file.Sends.PolicyReading));

    private IEnumerable<Diagnostic> HandWritten(MailFile file) =>
        from repetition in file.Sends.RetryHandlers
        where repetition.HasReply
            && (repetition.Codes.Overlaps(Slow) || IsOfSlowRefusals(repetition, file))
            && repetition.Unbounded is null
        let wait = new Waits(file.Values).In(repetition.Round)
        where wait < file.Options.MinimumRetryDelay
        select Report(GuardedSend.LocationOf(repetition.Clause), wait.Value, file);

    // Several refused recipients: the codes are those of the inner exceptions, whether these are looked at or not.
    private static bool IsOfSlowRefusals(RetryHandler repetition, MailFile file) =>
        repetition.Handler.ExceptionType is { } caught && MailSymbols.IsOfSeveralRecipients(caught)
        && (repetition.Codes.Contains(ReplyCodes.NoReply) || file.Analyses(repetition.Attempt.Body)
            .SelectMany(static analysis => analysis.OutcomeSites)
            .Any(site => site.Phrase == SendAgain.Phrase && site.Codes.Overlaps(Slow)
                && repetition.Clause.Block.Span.Contains(site.Syntax.Span)));

    private IEnumerable<Diagnostic> ByPolly(MailFile file, PolicyReading reading) =>
        from policy in file.Sends.Policies
        where reading.Retries(policy, Slow) && UnboundedRetry.Endless(policy, file) is null
        let wait = new Waits(file.Values).Of(policy)
        where wait < file.Options.MinimumRetryDelay
        let place = policy.Handled
            .Where(reading.NamesReplies)
            .Concat(policy.Handled)
            .Select(static handled => handled.Name)
            .FirstOrDefault() ?? policy.Name
        select Report(place.GetLocation(), wait.Value, file);

    private Diagnostic Report(Location location, TimeSpan wait, MailFile file) => Diagnostic.Create(
        Descriptor,
        location,
        wait == TimeSpan.Zero ? "immediately" : $"after {Words(wait)}",
        Words(file.Options.MinimumRetryDelay));

    private static string Words(TimeSpan time) =>
        FormattableString.Invariant($"{time.TotalSeconds:0.###} {(time.TotalSeconds == 1 ? "second" : "seconds")}");
}
