using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// A handler and what the try before it calls, where that is one library's client and nothing else that could throw its exception.
/// </summary>
/// <param name="Handler">The handler.</param>
/// <param name="Library">The library whose client is called.</param>
/// <param name="Calls">What is called of it, without "Async".</param>
internal sealed record HandledAttempt(CatchClauseSyntax Handler, MailLibrary Library, IReadOnlyCollection<string> Calls)
{
    /// <summary>Whether nothing is called that reports a reply in a SmtpCommandException.</summary>
    public bool OnlyAuthenticates => Library == MailLibrary.MailKit && Calls.All(static call => call is "Authenticate" or "Disconnect");

    /// <summary>What <paramref name="handler"/> handles; null where that cannot be said.</summary>
    public static HandledAttempt? Of(
        CatchClauseSyntax handler, SemanticModel model, ExceptionSymbols symbols, ITypeSymbol exception, CancellationToken cancellation)
    {
        if (handler.Parent is not TryStatementSyntax attempt)
            return null;
        var callees = CallSummary.Of(attempt.Block, model, symbols, cancellation);
        if (callees.SoleLibrary is var library && library == MailLibrary.None || callees.Throws(exception))
            return null;
        var calls = callees.MailKit.Concat(callees.SystemNetMail).Select(static call => call.TargetMethod.Name)
            .Select(static name =>
                name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name);
        return new HandledAttempt(handler, library, calls.ToList());
    }

    /// <summary>Why none of <paramref name="codes"/> comes to the handler, and what to do; null where one may come.</summary>
    public string? WhyNever(ReplyCodeSet codes, ReplyCodeAnalysis analysis) => Library switch
    {
        MailLibrary.SystemNetMail when analysis.IsSystemNetMailException && codes.IsSubsetOf(ReplyCodeSet.Positive) =>
            "System.Net.Mail never throws a positive reply. Remove it.",
        MailLibrary.MailKit when OnlyAuthenticates =>
            "Authenticate reports every reply in an AuthenticationException, and Disconnect reports none. Catch that exception and check "
            + "its InnerException.",
        MailLibrary.MailKit when codes.Sole == 530 && Calls.Contains("Send") && Calls.All(static call => call is "Send" or "Disconnect") =>
            "Send reports 530 in a ServiceNotAuthenticatedException. Catch that instead.",
        _ => null,
    };
}
