using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Symbols;

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
        let misses = Misses(new RefusalHandlers(file), file.CaughtBy(handler), file.Mail.Exceptions, attempt, handler)
        where misses is not null
        select At(handler.Declaration!, misses);

    private static string? Misses(
        RefusalHandlers refusals, ITypeSymbol? caught, ExceptionSymbols exceptions, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        if (RefusalHandlers.Is(caught, exceptions.FailedRecipients))
        {
            return refusals.LetsOneEscape(attempt, handler)
                    ? "This runs only if two or more recipients are refused; a single one escapes as SmtpFailedRecipientException"
                : refusals.GivesUpUnread(attempt, handler)
                    ? "Several refused recipients are given up here, even if refused with 450; a single one is retried"
                : null;
        }

        return RefusalHandlers.Is(caught, exceptions.FailedRecipient) && refusals.DecidesForSeveral(attempt, handler)
            ? "If several recipients are refused, this code is always GeneralFailure (-1), whatever the server replied to each"
            : null;
    }
}
