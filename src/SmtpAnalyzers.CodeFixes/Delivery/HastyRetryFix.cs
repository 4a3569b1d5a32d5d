using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// SMTP2002: waits before the message is sent again, as long as the options ask for, and longer each time where the attempts are counted.
/// </summary>
internal sealed class HastyRetryFix : RuleFix
{
    private const string Title = "Wait before sending again";

    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.HastyRetry);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        var deliveries = context.File.Sends;
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause
            && (context.Node == clause || context.Node == clause.Declaration))
            return InHandler(context, deliveries, clause);
        return deliveries.Policies
            .Where(policy => policy.Name.Span == context.Node.Span || policy.Handled.Any(handled => handled.Name.Span == context.Node.Span))
            .SelectMany(policy => new PolicyWaits(context, policy).Plan(Title, FixKind.Wait));
    }

    private static IEnumerable<FixCandidate> InHandler(FixContext context, SendSites deliveries, CatchClauseSyntax clause)
    {
        if (deliveries.RetryHandlers.FirstOrDefault(repetition => repetition.Clause.Span == clause.Span) is not { } repetition)
            yield break;
        var edits = new Edits(context);
        if (new HandlerWait(context, new FailureHandler(context, clause), repetition.ResendsOfHandler).AddTo(edits))
            yield return new FixCandidate(FixKind.Wait, Title, edits.Root) { Adds = HandlerWait.Adds, Replaces = HandlerWait.Replaces };
    }
}
