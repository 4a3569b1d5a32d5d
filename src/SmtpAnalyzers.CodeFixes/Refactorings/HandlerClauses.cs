using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>Which handlers a send needs, in the order in which they must stand: what each library throws for which reply.</summary>
internal sealed class HandlerClauses
{
    private const string
        Temporary = "// 4xx is temporary: keep the message and send it again later.",
        Permanent = "// 5xx is permanent: don't send it again, and tell the sender.",
        NoReply = "// No reply came: the message may have been accepted or not. Send it again later, on a new connection.",
        Login = "// The message is not at fault: keep it, and have the account checked.",
        SomeTemporary = "// Send it again later, to those that were refused with 4xx only: the others have the message.",
        AllPermanent = "// 5xx is permanent: don't send it to these recipients again. The others have the message.";

    private readonly EditContext _context;
    private readonly SendStatement _site;

    private HandlerClauses(EditContext context, SendStatement site) => (_context, _site) = (context, site);

    public static IReadOnlyList<HandlerClause> Of(EditContext context, SendStatement site)
    {
        var clauses = new HandlerClauses(context, site);
        return [.. site.Library == MailLibrary.MailKit ? clauses.OfMailKit() : clauses.OfSystemNetMail()];
    }

    private IEnumerable<HandlerClause> OfMailKit()
    {
        if (First(_context.Symbols.Command) is not { } refused)
            yield break;
        yield return new HandlerClause(refused, IsTemporary, Outcome.Retry, Temporary);
        yield return new HandlerClause(refused, null, Outcome.GiveUp, Permanent);
        if (First(_context.Symbols.MailKitAuthentication) is { } login && LogsIn && !IsCaught(login))
            yield return new HandlerClause(login, null, Outcome.Retry, Login);

        // What a timeout is called differs: an IOException of Send, a TimeoutException of SendAsync.
        var isAsync = _site.Send.TargetMethod.Name == "SendAsync";
        string[] closing = ["SmtpProtocolException", "IOException", .. isAsync ? ["TimeoutException"] : Array.Empty<string>()];
        var lost = closing.Select(name => _context.Mail.ClosingExceptions.FirstOrDefault(type => type.Name == name))
            .OfType<ITypeSymbol>().Where(type => !IsCaught(type)).ToList();
        if (lost.Count > 0 && _context.Model.Compilation.GetTypeByMetadataName("System.Exception") is { } any)
        {
            yield return new HandlerClause(any, names => IsAnyOf(names, lost), Outcome.Retry, NoReply)
            {
                Others = lost, ClosesConnection = true,
            };
        }
    }

    private IEnumerable<HandlerClause> OfSystemNetMail()
    {
        if (First(_context.Symbols.SystemNetMailException) is not { } failed || _context.Mail.ReplyCodeOf(failed)?.Type is not { } code)
            yield break;
        // Several refused recipients: its own code is always GeneralFailure.
        if (!Recipients.IsOne(_site.Send, new ValueTracker(_context.Model, _context.Cancellation))
            && First(_context.Symbols.FailedRecipients) is { } several
            && _context.Model.Compilation.GetTypeByMetadataName("System.Array") is { } array)
        {
            string AnyTemporary(HandlerNames names) => $"{names.Of(array)}.Exists({names.Exception}.InnerExceptions, "
                + $"{names.Element} => {_context.Writer.ClassTestOfEnum(names.Element + ".StatusCode", ReplyClass.TransientNegative)})";
            yield return new HandlerClause(several, AnyTemporary, Outcome.Retry, SomeTemporary)
            {
                Others = [array], Remark = SomeTemporary,
            };
            yield return new HandlerClause(several, null, Outcome.GiveUp, AllPermanent);
        }

        // One refused recipient is an SmtpException too.
        string IsNoReplyOrTemporary(HandlerNames names) =>
            $"{names.Exception}.StatusCode == {names.Of(code)}.GeneralFailure || {IsTemporary(names)}";
        yield return new HandlerClause(failed, IsNoReplyOrTemporary, Outcome.Retry,
            "// 4xx is temporary, and GeneralFailure is no reply at all: keep the message and send it again later.") { Others = [code] };
        yield return new HandlerClause(failed, null, Outcome.GiveUp, Permanent);
    }

    private string IsTemporary(HandlerNames names) =>
        _context.Writer.ClassTestOfEnum(names.Exception + ".StatusCode", ReplyClass.TransientNegative);

    private string IsAnyOf(HandlerNames names, IReadOnlyList<ITypeSymbol> types) => _context.HasPatterns
        ? $"{names.Exception} is {string.Join(" or ", types.Select(names.Of))}"
        : string.Join(" || ", types.Select(type => $"{names.Exception} is {names.Of(type)}"));

    private static ITypeSymbol? First(ImmutableHashSet<ISymbol> types) => types.OfType<ITypeSymbol>().FirstOrDefault();

    private bool LogsIn => _site.Attempt?.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        _context.Model.GetOperation(call, _context.Cancellation) is IInvocationOperation operation
            && operation.TargetMethod.Name is "Authenticate" or "AuthenticateAsync" && _context.Mail.IsConnecting(operation)) == true;

    private bool IsCaught(ITypeSymbol type) => _site.Attempt?.Catches.Any(clause => clause != _site.CatchAll
        && clause is { Filter: null, Declaration.Type: { } caught }
        && _context.Model.GetTypeInfo(caught, _context.Cancellation).Type is { } known && MailSymbols.Derives(type, known)) == true;
}
