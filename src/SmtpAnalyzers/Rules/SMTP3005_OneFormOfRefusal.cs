using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
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
        let misses = Misses(file, attempt, handler)
        where misses is not null
        select At(handler.Declaration!, misses);

    private static string? Misses(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        var type = file.CaughtBy(handler);
        if (Is(type, file.Mail.Exceptions.FailedRecipients))
        {
            return !ThrowsOn(handler)
                && Sends(file, attempt).Any()
                && !HandlesOne(file, attempt)
                && (LooksAtRecipients(handler) || !CatchesAll(file, attempt))
                    ? "This runs only if two or more recipients are refused; a single one escapes as SmtpFailedRecipientException"
                : GivesUpUnread(file, attempt, handler)
                    ? "Several refused recipients are given up here, even if refused with 450; a single one is retried"
                : null;
        }

        return Is(type, file.Mail.Exceptions.FailedRecipient)
            && !HandlesSeveral(file, attempt, handler)
            && DecidesByCode(file, handler)
            && Sends(file, attempt).Any(send => !Recipients.IsOne(send, file.Values))
                ? "If several recipients are refused, this code is always GeneralFailure (-1), whatever the server replied to each"
                : null;
    }

    // Several are logged and thrown on, one is thrown on.
    private static bool ThrowsOn(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax { Expression: null }
        && !handler.Block.DescendantNodes().Any(static node => node is ReturnStatementSyntax or ContinueStatementSyntax);

    // Several are given up without a look at their replies, and the handler of the single one retries it.
    private static bool GivesUpUnread(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        if (ThrowsOn(handler) || LooksAtRecipients(handler) || handler.Filter is not null || IsHandedOn(file, handler)
            || IsSorted(file, attempt, handler) || !Sends(file, attempt).Any())
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

    // A handler before it has looked at their replies and kept some: what is left here was decided.
    private static bool IsSorted(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        attempt.Catches.TakeWhile(other => other != handler).Any(other =>
            other.Filter is { } filter && LooksAtRecipients(filter) && Is(file.CaughtBy(other), file.Mail.Exceptions.FailedRecipients));

    // A method that is given the exception may look at it.
    private static bool IsHandedOn(MailFile file, CatchClauseSyntax handler) =>
        file.Model.GetDeclaredSymbol(handler.Declaration!, file.Cancellation) is { } caught
        && file.Values.References.To(caught)
            .Any(static use => use.Parent is IArgumentOperation { Parent: IInvocationOperation call } && !CallKinds.IsReport(call));

    // A handler that does not is no better for its form than a catch-all beside it.
    private static bool LooksAtRecipients(SyntaxNode handler) =>
        handler.DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(static name => name.Identifier.ValueText is "InnerExceptions" or "FailedRecipient" or "StatusCode");

    private static bool CatchesAll(MailFile file, TryStatementSyntax attempt) =>
        attempt.Catches
            .Any(handler => handler.Filter is null && (handler.Declaration is null || file.CaughtBy(handler) is { Name: "Exception" }));

    private static bool Is(ITypeSymbol? type, ImmutableHashSet<ISymbol> types) => type is not null && types.Contains(type);

    // The sends whose exceptions come to the handlers of this try and to no inner one.
    private static IEnumerable<IInvocationOperation> Sends(MailFile file, TryStatementSyntax attempt) =>
        file.CallsOf(attempt.Block).SystemNetMail
            .Where(static call => call.TargetMethod.Name is "Send" or "SendMailAsync")
            .Where(send => send.Syntax.Ancestors().OfType<TryStatementSyntax>().FirstOrDefault(around => around.Catches.Count > 0
                && around.Block.Span.Contains(send.Syntax.Span)) == attempt);

    // The type itself or System.Net.Mail's base of it, in this try or one around it; a catch-all that asks for it.
    private static bool HandlesOne(MailFile file, TryStatementSyntax attempt) => attempt.AncestorsAndSelf()
        .TakeWhile(static node => node is not MemberDeclarationSyntax)
        .OfType<TryStatementSyntax>()
        .Where(around => around == attempt || around.Block.Span.Contains(attempt.Span))
        .SelectMany(static around => around.Catches)
        .Any(handler => IsOfOne(file, file.CaughtBy(handler))
            || (handler.Declaration?.Identifier.ValueText is { Length: > 0 } name
                && TypeTests.In(handler, expression => IsNamed(expression, name))
                    .Any(asked => IsOfOne(file, file.SymbolOf(asked) as ITypeSymbol))));

    private static bool IsOfOne(MailFile file, ITypeSymbol? type) =>
        Is(type, file.Mail.Exceptions.FailedRecipient) || Is(type, file.Mail.Exceptions.SystemNetMailException);

    private static bool HandlesSeveral(MailFile file, TryStatementSyntax attempt, CatchClauseSyntax handler) =>
        attempt.Catches.Any(other => other != handler && Is(file.CaughtBy(other), file.Mail.Exceptions.FailedRecipients))
        || handler.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText is "InnerExceptions"
            or "SmtpFailedRecipientsException" or MailSymbols.GeneralFailure);

    // The code is compared, matched, or handed to a method that answers with a decision.
    private static bool DecidesByCode(MailFile file, CatchClauseSyntax handler) =>
        handler.Declaration!.Identifier.ValueText is { Length: > 0 } name && CodesIn(handler, name).Any(code => Decides(file, code));

    // The code of the caught exception where it stands, and the locals that hold it.
    private static IEnumerable<ExpressionSyntax> CodesIn(CatchClauseSyntax handler, string exception)
    {
        var codes = handler.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "StatusCode" && IsNamed(access.Expression, exception))
            .ToList();
        var locals = codes
            .Select(static code => (code.Parent as CastExpressionSyntax ?? (ExpressionSyntax)code).Parent?.Parent)
            .OfType<VariableDeclaratorSyntax>()
            .Select(static local => local.Identifier.ValueText)
            .ToList();
        return locals.Count == 0
            ? codes
            : codes.Concat<ExpressionSyntax>(
                handler.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => locals.Contains(name.Identifier.ValueText)));
    }

    private static bool IsNamed(ExpressionSyntax expression, string name) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var found } && found == name;

    private static bool Decides(MailFile file, ExpressionSyntax code) =>
        code.Parent is SwitchStatementSyntax or CastExpressionSyntax { Parent: SwitchStatementSyntax }
        || code.Ancestors().TakeWhile(static node => node is not StatementSyntax and not BlockSyntax).Any(node => node switch
        {
            BinaryExpressionSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax => !node.Ancestors()
                .TakeWhile(static above => above is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InterpolationSyntax)
                .Any(static above => above is InterpolatedStringExpressionSyntax),
            InvocationExpressionSyntax call =>
                file.SymbolOf(call) is IMethodSymbol
                {
                    ReturnType: { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum },
                },
            _ => false,
        });
}
