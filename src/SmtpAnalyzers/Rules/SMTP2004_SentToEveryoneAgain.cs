using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2004: some recipients were refused, and the same message goes to everybody again.</summary>
internal sealed class SentToEveryoneAgain : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.SentToEveryoneAgain;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from attempt in file.Sends.Guarded
        from handler in attempt.Region.Handlers()
        where RefusalHandlers.IsOfRecipients(handler)
        from again in SentAgain(attempt, handler, file)
        where !(file.Values.Operation(again) is IInvocationOperation send && Recipients.IsOne(send, file.Values))
            && !RecipientChanges.SparesAccepted(attempt.ClauseOf(handler))
        select Diagnostic.Create(Descriptor, again.GetLocation(), [GuardedSend.LocationOf(attempt.ClauseOf(handler))], properties: null);

    private static IEnumerable<InvocationExpressionSyntax> SentAgain(GuardedSend attempt, ControlFlowRegion handler, MailFile file)
    {
        var fate = attempt.After(handler.ExceptionType!);
        var inHandler =
            from block in attempt.Body.Graph.BlocksOf(handler)
            where !fate.Analysis.Reach.Entry(block).Codes.IsEmpty
            from call in attempt.Body.OperationsOf(block)
            where OperationFacts.IsSending(call)
                && file.Mail.IsSystemClient(ClientOf(call))
                && attempt.Sends.Concat(attempt.ClientSends).Any(send =>
                    attempt.Syntax.Block.Span.Contains(send.Syntax.Span) && IsSame(send, call, file.Values))
            select call.Syntax;
        var byLoop = fate.ResendsAfter(handler).Select(static resend => resend.Syntax);
        return inHandler.Concat(byLoop).OfType<InvocationExpressionSyntax>().Distinct();
    }

    private static ITypeSymbol? ClientOf(IOperation call) => call switch
    {
        IInvocationOperation known => MailSymbols.ClientOf(known)?.Type,
        IInvalidOperation unknown => UnresolvedName.CalledOn(unknown),
        _ => null,
    };

    private static bool IsSame(IOperation first, IOperation again, ValueTracker values)
    {
        var (one, other) = (values.GivenTo(first).ToList(), values.GivenTo(again).ToList());
        return one.Count > 0 && one.Count <= other.Count
            && one.Zip(other, static (a, b) => SyntaxFactory.AreEquivalent(a.Syntax, b.Syntax)).All(static same => same);
    }
}
