using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP3005: refused recipients are handled where two or more are refused, or where one is, and the other form goes past. System.Net.Mail
/// throws SmtpFailedRecipientException for one and the derived SmtpFailedRecipientsException, without a code of its own, for several.
/// </summary>
internal sealed class OneFormOfRefusal : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.OneFormOfRefusal;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from handler in file.NodesOf<CatchClauseSyntax>()
        where handler.Declaration is { } declaration && declaration.Type.ToString().EndsWith("Exception", StringComparison.Ordinal)
        let attempt = handler.Parent as TryStatementSyntax
        where attempt is not null
        let misses = Misses(file, new RefusalHandlers(file), attempt, handler)
        where misses is not null
        select At(handler.Declaration!, misses);

    private static string? Misses(MailFile file, RefusalHandlers refusals, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        var type = file.CaughtBy(handler);
        if (RefusalHandlers.Is(type, file.Mail.Exceptions.FailedRecipients))
        {
            return MissesOne(refusals, attempt, handler)
                    ? "This runs only if two or more recipients are refused; a single one escapes as SmtpFailedRecipientException"
                : GivesUpUnread(file, refusals, attempt, handler)
                    ? "Several refused recipients are given up here, even if refused with 450; a single one is retried"
                : null;
        }

        return RefusalHandlers.Is(type, file.Mail.Exceptions.FailedRecipient)
            && !refusals.HandlesSeveral(attempt, handler)
            && new HandlerDecisions(file).DecidesByCode(handler)
            && refusals.Sends(attempt).Any(send => !Recipients.IsOne(send, file.Values))
                ? "If several recipients are refused, this code is always GeneralFailure (-1), whatever the server replied to each"
                : null;
    }

    // A handler that does not look at them is no better for its form than a catch-all beside it.
    private static bool MissesOne(RefusalHandlers refusals, TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        !RefusalHandlers.ThrowsOn(handler)
        && refusals.Sends(attempt).Any()
        && !refusals.HandlesOne(attempt)
        && (RefusalHandlers.LooksAtRecipients(handler) || !refusals.CatchesAll(attempt));

    // Several are given up without a look at their replies, and the handler of the single one retries it.
    private static bool GivesUpUnread(MailFile file, RefusalHandlers refusals, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        if (RefusalHandlers.ThrowsOn(handler) || RefusalHandlers.LooksAtRecipients(handler) || handler.Filter is not null
            || refusals.IsHandedOn(handler) || refusals.IsSorted(attempt, handler) || !refusals.Sends(attempt).Any())
        {
            return false;
        }

        var sites = file.Bodies.SelectMany(file.Analyses).SelectMany(static analysis => analysis.OutcomeSites)
            .Where(site => attempt.Span.Contains(site.Syntax.Span)).ToList();
        return sites.Any(site => site.Outcome == Outcome.GiveUp && handler.Block.Span.Contains(site.Syntax.Span))
            && !sites.Any(site => site.Outcome == Outcome.Retry && handler.Block.Span.Contains(site.Syntax.Span))
            && sites.Any(site => site.Outcome == Outcome.Retry
                && attempt.Catches.Any(other => other != handler && other.Block.Span.Contains(site.Syntax.Span)));
    }
}
