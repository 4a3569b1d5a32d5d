using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2003: a MailKit client sends again although the failure before closed its connection.</summary>
internal sealed class ClosedClientReused : Rule
{
    /// <summary>The property that tells the fix what the client is called.</summary>
    public const string Client = nameof(Client);

    public override DiagnosticDescriptor Descriptor => Descriptors.ClosedClientReused;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from attempt in file.Sends.Guarded
        let uses = new ClientUses(file.Sends, attempt.Body)
        from loss in ConnectionLoss.Of(attempt, file.Mail)
        from client in attempt.Sends.OfType<IInvocationOperation>().SelectMany(uses.SentWith).Distinct()
        from send in loss.SendsWith(client, uses, file.Cancellation)
        select Diagnostic.Create(
            Descriptor,
            send.GetLocation(),
            [GuardedSend.LocationOf(loss.Clause)],
            ImmutableDictionary<string, string?>.Empty.Add(Client, ClientUses.NameOf(client)),
            ClientUses.NameOf(client),
            loss.What);
}
