using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP2004: some recipients were refused, and the same message goes to everybody again.</summary>
internal sealed class SentToEveryoneAgain : DeliveryRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.SentToEveryoneAgain;

    /// <summary>Whether <paramref name="handler"/> catches the refusal of recipients, the base of all failures excluded.</summary>
    public static bool IsOfRecipients(ControlFlowRegion handler) =>
        handler.ExceptionType is { Name: "SmtpFailedRecipientException" or "SmtpFailedRecipientsException", ContainingNamespace.Name: "Mail" };

    public override IEnumerable<Diagnostic> Findings(SendSites deliveries) =>
        from attempt in deliveries.Guarded
        from handler in attempt.Region.Handlers()
        where IsOfRecipients(handler)
        from again in SentAgain(attempt, handler, deliveries)
        where !HasOneRecipient(again, deliveries.File.Model) && !ChangesRecipients(attempt.ClauseOf(handler))
        select Diagnostic.Create(Descriptor, again.GetLocation(), [GuardedSend.LocationOf(attempt.ClauseOf(handler))], properties: null);

    private static IEnumerable<InvocationExpressionSyntax> SentAgain(GuardedSend attempt, ControlFlowRegion handler, SendSites deliveries)
    {
        var fate = attempt.After(handler.ExceptionType!);
        var first = attempt.Body.Graph.Blocks[handler.FirstBlockOrdinal];
        var inHandler =
            from block in attempt.Body.Graph.BlocksOf(handler)
            where !fate.Analysis.Reach.Entry(block).Codes.IsEmpty
            from call in attempt.Body.OperationsOf(block).OfType<IInvocationOperation>()
            where deliveries.Mail.IsClientSend(call) && deliveries.Mail.IsSystemClient(MailSymbols.ClientOf(call)?.Type) && attempt.Sends.Any(send => IsSame(send, call))
            select call.Syntax;
        var byLoop = fate.Resends.Where(resend => Reachability.Of(attempt.Body).Reaches(first, resend.Point.Block)).Select(static resend => resend.Syntax);
        return inHandler.Concat(byLoop).OfType<InvocationExpressionSyntax>().Distinct();
    }

    private static bool IsSame(IInvocationOperation first, IInvocationOperation again) =>
        first.Arguments.Length > 0 && first.Arguments.Length <= again.Arguments.Length
        && first.Arguments.Zip(again.Arguments, static (one, other) => SyntaxFactory.AreEquivalent(one.Value.Syntax, other.Value.Syntax)).All(static same => same);

    private static bool ChangesRecipients(SyntaxNode handler) => handler.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" or "Remove" or "RemoveAt", Expression: var list } && IsRecipients(list));

    private static bool IsRecipients(ExpressionSyntax list) => list is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "To" or "CC" or "Bcc" };

    // Made for one address, and nobody is added.
    private static bool HasOneRecipient(InvocationExpressionSyntax send, SemanticModel model)
    {
        var arguments = send.ArgumentList.Arguments;
        if (arguments.Count >= 4)
            return true;
        if (arguments.Count == 0 || model.GetSymbolInfo(arguments[0].Expression).Symbol is not ILocalSymbol message
            || message.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: var made }
            || made is not BaseObjectCreationExpressionSyntax creation)
        {
            return false;
        }

        var added = reference.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: var list } && IsRecipients(list))
            .ToList() ?? [];
        var more = creation.Initializer is { } initializer && initializer.Expressions.Any(static expression =>
            expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "To" or "CC" or "Bcc" } });
        var named = creation.ArgumentList?.Arguments.Count >= 2 ? 1 : 0;
        return !more && named + added.Count == 1 && !added.Any(IsRepeated);
    }

    private static bool IsRepeated(SyntaxNode call) => call.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax)
        .Any(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax);
}
