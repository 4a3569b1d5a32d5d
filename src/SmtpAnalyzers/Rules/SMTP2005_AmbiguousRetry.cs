using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2005: a send whose end is unknown, since the reply was lost, is repeated.</summary>
internal sealed class AmbiguousRetry : Rule
{
    private const int RefusedForGood = 550;

    public override DiagnosticDescriptor Descriptor => Descriptors.AmbiguousRetry;

    public override IEnumerable<Diagnostic> Findings(MailFile file)
    {
        var named = file.Mail.ClosingExceptions.Where(exception => file.Mentions(exception.Name)).ToList();
        var namesGeneralFailure = file.Mentions(MailSymbols.GeneralFailure);
        return file.Sends.Guarded
            .SelectMany(attempt => LostReplies(attempt, named).Concat(namesGeneralFailure ? GeneralFailures(attempt, file) : []))
            .Concat(file.Sends.Policies.SelectMany(policy => ByPolly(policy, file.Sends.PolicyReading)));
    }

    private IEnumerable<Diagnostic> LostReplies(GuardedSend attempt, IReadOnlyList<INamedTypeSymbol> named) =>
        from exception in named
        where attempt.Syntax.Catches.Any(clause => clause.Names(exception.Name)) && attempt.MayLose(exception)
        let fate = attempt.After(exception)
        from handler in attempt.Region.Handlers()
        where attempt.ClauseOf(handler).Names(exception.Name) && !fate.Caught(handler).IsEmpty && fate.ResendsAfter(handler).Any()
        select Report(GuardedSend.LocationOf(attempt.ClauseOf(handler)), exception.Name);

    private IEnumerable<Diagnostic> GeneralFailures(GuardedSend attempt, MailFile file) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        from handler in attempt.Region.Handlers()
        let clause = attempt.ClauseOf(handler)
        let decisions = new HandlerDecisions(file)
        // The refusal of a recipient is always a reply, so it is not ambiguous.
        where !RefusalHandlers.IsOfRecipients(handler) && fate.ResendsAfter(handler).Any()
            && ((decisions.AsksFor(clause, MailSymbols.GeneralFailure)
                    && fate.Caught(handler).Contains(ReplyCodes.NoReply)
                    && fate.Resends.Select(static resend => resend.Codes).Append(fate.SentAgainBy(handler))
                        .Any(static codes => codes.Contains(ReplyCodes.NoReply) && !codes.Contains(RefusedForGood)))
                || decisions.AsksPredicateThatRetries(clause, ReplyCodes.NoReply, MailSymbols.GeneralFailure))
        select Report(GuardedSend.LocationOf(clause), MailSymbols.GeneralFailure);

    // One policy is one retry, whatever it lists.
    private IEnumerable<Diagnostic> ByPolly(RetryPolicy policy, PolicyReading policies) => (
        from handled in policy.Handled
        let lost = policies.LossHandled(policy, handled)
        where lost is not null
        select Report(handled.Name.GetLocation(), lost.Name)).Take(1);

    private Diagnostic Report(Location location, string what) => Diagnostic.Create(Descriptor, location, what);
}
