using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>SMTP2005: a send whose end is unknown, since the reply was lost, is repeated.</summary>
internal sealed class AmbiguousRetry : DeliveryRule
{
    // System.Net.Mail's name for everything that is no reply.
    private const string NoReply = "GeneralFailure";
    private const int NoReplyCode = -1, RefusedForGood = 550;

    public override DiagnosticDescriptor Descriptor => Descriptors.AmbiguousRetry;

    public override IEnumerable<Diagnostic> Findings(Deliveries deliveries) =>
        deliveries.Attempts.SelectMany(attempt => LostReplies(attempt, deliveries).Concat(GeneralFailures(attempt)))
            .Concat(deliveries.Policies.SelectMany(policy => ByPolly(policy, deliveries)));

    private IEnumerable<Diagnostic> LostReplies(Attempt attempt, Deliveries deliveries) =>
        from exception in deliveries.Mail.ClosingExceptions
        where attempt.Syntax.Catches.Any(clause => Names(clause, exception.Name))
        let fate = attempt.After(exception)
        where fate.Resends.Count > 0
        from handler in attempt.Region.Handlers()
        where Names(attempt.ClauseOf(handler), exception.Name) && !fate.Caught(handler).IsEmpty && LeadsBack(attempt, handler, fate)
        select Report(Attempt.LocationOf(attempt.ClauseOf(handler)), exception.Name);

    private IEnumerable<Diagnostic> GeneralFailures(Attempt attempt) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        where fate.Resends.Any(static resend => resend.Codes.Contains(NoReplyCode) && !resend.Codes.Contains(RefusedForGood))
        from handler in attempt.Region.Handlers()
        where Names(attempt.ClauseOf(handler), NoReply) && fate.Caught(handler).Contains(NoReplyCode) && LeadsBack(attempt, handler, fate)
        select Report(Attempt.LocationOf(attempt.ClauseOf(handler)), NoReply);

    // One policy is one retry, whatever it lists.
    private IEnumerable<Diagnostic> ByPolly(RetryPolicy policy, Deliveries deliveries) => (
        from handled in policy.Handled
        where deliveries.Mail.ClosingExceptions.Any(exception => SymbolEqualityComparer.Default.Equals(exception, handled.Type))
        where handled.Type!.Name == "SmtpProtocolException" || new PolicyReading(deliveries).Concerns(policy)
        select Report(handled.Name.GetLocation(), handled.Type!.Name)).Take(1);

    private static bool LeadsBack(Attempt attempt, ControlFlowRegion handler, Fate fate) =>
        fate.Resends.Any(resend => attempt.Body.Graph.Blocks[handler.FirstBlockOrdinal].Reaches(resend.Place.Block));

    private static bool Names(CatchClauseSyntax clause, string name) =>
        clause.DescendantNodes().OfType<SimpleNameSyntax>().Any(node => node.Identifier.ValueText == name);

    private Diagnostic Report(Location location, string what) => Diagnostic.Create(Descriptor, location, what);
}
