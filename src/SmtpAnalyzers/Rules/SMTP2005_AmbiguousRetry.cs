using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
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
            .SelectMany(attempt => LostReplies(attempt, named, file).Concat(namesGeneralFailure ? GeneralFailures(attempt, file) : []))
            .Concat(file.Sends.Policies.SelectMany(policy => ByPolly(policy, file)));
    }

    private IEnumerable<Diagnostic> LostReplies(GuardedSend attempt, List<INamedTypeSymbol> named, MailFile file) => named.Count == 0 ? [] :
        from exception in named
        where attempt.Syntax.Catches.Any(clause => clause.Names(exception.Name))
            && !(IsOfConnection(exception) && attempt.ReplyExceptions.All(refusal => IsOfSystemNetMail(refusal, file)))
        let fate = attempt.After(exception)
        where fate.Resends.Count > 0
        from handler in attempt.Region.Handlers()
        where attempt.ClauseOf(handler).Names(exception.Name) && !fate.Caught(handler).IsEmpty && LeadsBack(attempt, handler, fate)
        select Report(GuardedSend.LocationOf(attempt.ClauseOf(handler)), exception.Name);

    private IEnumerable<Diagnostic> GeneralFailures(GuardedSend attempt, MailFile file) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        from handler in attempt.Region.Handlers()
        let clause = attempt.ClauseOf(handler)
        // The refusal of a recipient is always a reply, so it is not ambiguous.
        where !RefusalHandlers.IsOfRecipients(handler) && LeadsBack(attempt, handler, fate)
            && ((clause.Names(MailSymbols.GeneralFailure)
                    && fate.Caught(handler).Contains(ReplyCodes.NoReply)
                    && fate.Resends.Any(static resend =>
                        resend.Codes.Contains(ReplyCodes.NoReply) && !resend.Codes.Contains(RefusedForGood)))
                || AsksPredicate(clause, file))
        select Report(GuardedSend.LocationOf(clause), MailSymbols.GeneralFailure);

    // A predicate of this file, which the filter asks and takes at its word, names the code among those that it retries.
    private static bool AsksPredicate(CatchClauseSyntax clause, MailFile file) =>
        clause.Filter is { } filter
        && filter.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            file.SymbolOf(call) is IMethodSymbol asked && file.BodyOf(asked) is { } body
            && body.Graph.OriginalOperation.Syntax.Names(MailSymbols.GeneralFailure)
            && file.Analyses(body).SelectMany(static analysis => analysis.OutcomeSites)
                .Any(static site => site.Outcome == Outcome.Retry && site.Codes.Contains(ReplyCodes.NoReply) && !site.IsWhateverTheCode));

    // One policy is one retry, whatever it lists.
    private IEnumerable<Diagnostic> ByPolly(RetryPolicy policy, MailFile file) => (
        from handled in policy.Handled
        let lost = file.Sends.PolicyReading.Named(handled, file.Mail.ClosingExceptions)
        where lost is not null && (lost.Name == "SmtpProtocolException" || (file.Sends.PolicyReading.Concerns(policy)
            && !(IsOfConnection(lost) && IsOfSystemNetMail(RefusalOf(policy, file), file))))
        select Report(handled.Name.GetLocation(), lost.Name)).Take(1);

    // System.Net.Mail's client lets none of these out: they are a GeneralFailure there. A cancellation comes out as what it is.
    private static bool IsOfConnection(ITypeSymbol exception) => exception.Name is "IOException" or "TimeoutException";

    private static bool IsOfSystemNetMail(ITypeSymbol? refusal, MailFile file) =>
        refusal is not null && MailSymbols.InheritsAny(refusal, file.Mail.Exceptions.SystemNetMailException);

    private static ITypeSymbol? RefusalOf(RetryPolicy policy, MailFile file) => file.Sends.PolicyReading.VisiblySends(policy)
        ?? policy.Handled.Select(static handled => handled.Type).FirstOrDefault(file.Mail.IsReplyException);

    private static bool LeadsBack(GuardedSend attempt, ControlFlowRegion handler, SendFailureFlow fate) =>
        fate.Resends.Any(resend =>
            Reachability.Of(attempt.Body).Reaches(attempt.Body.Graph.Blocks[handler.FirstBlockOrdinal], resend.Point.Block));

    private Diagnostic Report(Location location, string what) => Diagnostic.Create(Descriptor, location, what);
}
