using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2003: a MailKit client sends again although the failure before closed its connection.</summary>
internal sealed class ClosedClientReused : Rule
{
    /// <summary>The property that tells the fix what the client is called.</summary>
    public const string Client = nameof(Client);

    private const int ClosingChannel = 421;

    public override DiagnosticDescriptor Descriptor => Descriptors.ClosedClientReused;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from attempt in file.Sends.Guarded
        from failure in Closings(attempt, file)
        from client in Clients(attempt, file)
        let uses = new ClientUses(file.Sends, attempt.Body)
        from use in new ClosedConnection(attempt.Body, failure.Fate.Analysis.Reach, failure.Code, operation => uses.Of(operation, client))
            .SendsFrom(failure.Handler, file.Cancellation)
        select Diagnostic.Create(
            Descriptor,
            use.GetLocation(),
            [GuardedSend.LocationOf(attempt.ClauseOf(failure.Handler))],
            ImmutableDictionary<string, string?>.Empty.Add(Client, ClientUses.NameOf(client)),
            ClientUses.NameOf(client),
            failure.What);

    // The events that close the connection, each with a handler that goes on afterwards.
    private static IEnumerable<(SendFailureFlow Fate, ControlFlowRegion Handler, int Code, string What)> Closings(
        GuardedSend attempt, MailFile file)
    {
        foreach (var exception in file.Mail.ClosingExceptions.Where(attempt.MayCatch))
        {
            var fate = attempt.After(exception);
            foreach (var handler in attempt.Region.Handlers())
            {
                // Of what an unspecific handler catches a broken protocol is the plainest case.
                if ((exception.Name == "SmtpProtocolException" || Names(attempt.ClauseOf(handler), exception))
                    && RealCode(fate.Caught(handler)) is { } code)
                {
                    yield return (fate, handler, code, exception.Name);
                }
            }
        }

        foreach (var exception in attempt.ReplyExceptions)
        {
            var fate = attempt.After(exception);
            foreach (var handler in attempt.Region.Handlers())
            {
                if (fate.Caught(handler).Contains(ClosingChannel)
                    && fate.Analysis.EquivalenceClasses.Any(static group => group.Sole == ClosingChannel))
                {
                    yield return (fate, handler, ClosingChannel, "reply 421");
                }
            }
        }
    }

    private static bool Names(CatchClauseSyntax clause, ITypeSymbol exception) =>
        clause.Declaration?.Type.Names(exception.Name) == true || clause.Filter?.Names(exception.Name) == true;

    private static int? RealCode(ReplyCodeSet codes) => (codes & ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest)).First;

    // System.Net.Mail connects by itself.
    private static IEnumerable<AccessPath> Clients(GuardedSend attempt, MailFile file) => attempt.Sends
        .SelectMany(send => new ClientUses(file.Sends, attempt.Body).SentWith(send))
        .Distinct();
}
