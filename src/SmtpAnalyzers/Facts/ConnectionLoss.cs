using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>A failed send after which the client's connection is closed, and the handler that goes on afterwards.</summary>
/// <param name="Attempt">The try that sends.</param>
/// <param name="Handler">The handler.</param>
/// <param name="Fate">What becomes of the exception.</param>
/// <param name="Code">The reply code, or one that stands for an exception without any.</param>
/// <param name="What">What closed the connection, in words for a message.</param>
internal sealed record ConnectionLoss(GuardedSend Attempt, ControlFlowRegion Handler, SendFailureFlow Fate, int Code, string What)
{
    private const int ClosingChannel = 421;

    public CatchClauseSyntax Clause => Attempt.ClauseOf(Handler);

    /// <summary>All that <paramref name="attempt"/> may end in.</summary>
    public static IEnumerable<ConnectionLoss> Of(GuardedSend attempt, MailSymbols mail) =>
        ByException(attempt, mail).Concat(ByReply(attempt));

    /// <summary>The sends with <paramref name="client"/> that control comes to before it is connected again.</summary>
    public IEnumerable<SyntaxNode> SendsWith(AccessPath client, ClientUses uses, CancellationToken cancellation) =>
        new ClosedConnection(Attempt.Body, Fate.Analysis.Reach, Code, operation => uses.Of(operation, client))
            .SendsFrom(Handler, cancellation);

    // Of what an unspecific handler catches a broken protocol is the plainest case.
    private static IEnumerable<ConnectionLoss> ByException(GuardedSend attempt, MailSymbols mail) =>
        from exception in mail.ClosingExceptions
        where attempt.MayCatch(exception)
        let fate = attempt.After(exception)
        from handler in attempt.Region.Handlers()
        where exception.Name == "SmtpProtocolException" || IsNamedBy(attempt.ClauseOf(handler), exception)
        let code = (fate.Caught(handler) & ReplyCodeSet.Real).First
        where code is not null
        select new ConnectionLoss(attempt, handler, fate, code.Value, exception.Name);

    private static IEnumerable<ConnectionLoss> ByReply(GuardedSend attempt) =>
        from exception in attempt.ReplyExceptions
        let fate = attempt.After(exception)
        from handler in attempt.Region.Handlers()
        where fate.Caught(handler).Contains(ClosingChannel)
            && fate.Analysis.EquivalenceClasses.Any(static alike => alike.Sole == ClosingChannel)
        select new ConnectionLoss(attempt, handler, fate, ClosingChannel, "reply 421");

    private static bool IsNamedBy(CatchClauseSyntax clause, ITypeSymbol exception) =>
        clause.Declaration?.Type.Names(exception.Name) == true || clause.Filter?.Names(exception.Name) == true;
}
