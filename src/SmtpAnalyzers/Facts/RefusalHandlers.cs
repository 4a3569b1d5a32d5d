using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>What the handlers of a try do about the two forms of refused recipients in System.Net.Mail, one and several.</summary>
internal sealed class RefusalHandlers(MailFile file)
{
    /// <summary>Whether <paramref name="handler"/> catches the refusal of recipients, the base of all failures excluded.</summary>
    public static bool IsOfRecipients(ControlFlowRegion handler) =>
        handler.ExceptionType is
        {
            Name: "SmtpFailedRecipientException" or "SmtpFailedRecipientsException", ContainingNamespace.Name: "Mail",
        };

    /// <summary>Whether the handler logs and throws on.</summary>
    public static bool ThrowsOn(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax { Expression: null }
        && !handler.Block.DescendantNodes().Any(static node => node is ReturnStatementSyntax or ContinueStatementSyntax);

    /// <summary>Whether a handler before it has looked at the replies and kept some: what is left was decided.</summary>
    public bool IsSorted(TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        attempt.Catches.TakeWhile(other => other != handler).Any(other =>
            other.Filter is { } filter && LooksAtRecipients(filter) && Is(file.CaughtBy(other), file.Mail.Exceptions.FailedRecipients));

    /// <summary>Whether a method is given the exception, which may look at it.</summary>
    public bool IsHandedOn(CatchClauseSyntax handler) =>
        file.Model.GetDeclaredSymbol(handler.Declaration!, file.Cancellation) is { } caught
        && file.Values.References.To(caught)
            .Any(static use => use.Parent is IArgumentOperation { Parent: IInvocationOperation call } && !CallKinds.IsReport(call));

    /// <summary>Whether the recipients or their replies are looked at.</summary>
    public static bool LooksAtRecipients(SyntaxNode handler) => handler.Names("InnerExceptions", "FailedRecipient", "StatusCode");

    /// <summary>Whether a handler of the try takes every exception.</summary>
    public bool CatchesAll(TryStatementSyntax attempt) =>
        attempt.Catches
            .Any(handler => handler.Filter is null && (handler.Declaration is null || file.CaughtBy(handler) is { Name: "Exception" }));

    /// <summary>Whether <paramref name="type"/> is one of <paramref name="types"/>.</summary>
    public static bool Is(ITypeSymbol? type, ImmutableHashSet<ISymbol> types) => type is not null && types.Contains(type);

    /// <summary>The sends whose exceptions come to the handlers of this try and to no inner one.</summary>
    public IEnumerable<IInvocationOperation> Sends(TryStatementSyntax attempt) =>
        file.CallsOf(attempt.Block).SystemNetMail
            .Where(static call => call.TargetMethod.Name is "Send" or "SendMailAsync")
            .Where(send => send.Syntax.Ancestors().OfType<TryStatementSyntax>().FirstOrDefault(around => around.Catches.Count > 0
                && around.Block.Span.Contains(send.Syntax.Span)) == attempt);

    /// <summary>
    /// Whether the single form, or System.Net.Mail's base of it, is caught in this try or one around it, or asked for in a catch-all.
    /// </summary>
    public bool HandlesOne(TryStatementSyntax attempt) => attempt.AncestorsAndSelf()
        .TakeWhile(static node => node is not MemberDeclarationSyntax)
        .OfType<TryStatementSyntax>()
        .Where(around => around == attempt || around.Block.Span.Contains(attempt.Span))
        .SelectMany(static around => around.Catches)
        .Any(handler => IsOfOne(file.CaughtBy(handler))
            || (handler.Declaration?.Identifier.ValueText is { Length: > 0 } name
                && TypeTests.In(handler, asked => asked is IdentifierNameSyntax { Identifier.ValueText: var found } && found == name)
                    .Any(asked => IsOfOne(file.SymbolOf(asked) as ITypeSymbol))));

    private bool IsOfOne(ITypeSymbol? type) =>
        Is(type, file.Mail.Exceptions.FailedRecipient) || Is(type, file.Mail.Exceptions.SystemNetMailException);

    /// <summary>Whether the form for several is caught beside the handler, or asked for in it.</summary>
    public bool HandlesSeveral(TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        attempt.Catches.Any(other => other != handler && Is(file.CaughtBy(other), file.Mail.Exceptions.FailedRecipients))
        || handler.Names("InnerExceptions", "SmtpFailedRecipientsException", MailSymbols.GeneralFailure);

    /// <summary>
    /// Whether <paramref name="handler"/>, for several refused recipients, acts on them, and one refused recipient goes past the try. A
    /// handler that does not look at them is no better for its form than a catch-all beside it.
    /// </summary>
    public bool LetsOneEscape(TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        !ThrowsOn(handler) && Sends(attempt).Any() && !HandlesOne(attempt) && (LooksAtRecipients(handler) || !CatchesAll(attempt));

    /// <summary>
    /// Whether <paramref name="handler"/>, for several refused recipients, gives them up without a look at their replies, and the handler
    /// of a single one retries it.
    /// </summary>
    public bool GivesUpUnread(TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        if (ThrowsOn(handler) || LooksAtRecipients(handler) || handler.Filter is not null
            || IsHandedOn(handler) || IsSorted(attempt, handler) || !Sends(attempt).Any())
        {
            return false;
        }

        var sites = file.Bodies.SelectMany(file.Analyses).SelectMany(static analysis => analysis.OutcomeSites)
            .Where(site => attempt.Span.Contains(site.Syntax.Span)).ToList();
        return Says(Outcome.GiveUp, handler) && !Says(Outcome.Retry, handler)
            && attempt.Catches.Any(other => other != handler && Says(Outcome.Retry, other));

        bool Says(Outcome outcome, CatchClauseSyntax one) =>
            sites.Any(site => site.Outcome == outcome && one.Block.Span.Contains(site.Syntax.Span));
    }

    /// <summary>
    /// Whether <paramref name="handler"/>, for one refused recipient, decides by its code, although several may be refused, which nothing
    /// here looks at.
    /// </summary>
    public bool DecidesForSeveral(TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        !HandlesSeveral(attempt, handler)
        && new HandlerDecisions(file).DecidesByCode(handler)
        && Sends(attempt).Any(send => !Recipients.IsOne(send, file.Values));
}
