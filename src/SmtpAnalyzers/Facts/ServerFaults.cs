using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Finds the handlers in which a server answers 5yz for a fault that is its own and will be gone later.</summary>
/// <param name="file">The file.</param>
internal sealed class ServerFaults(MailFile file)
{
    // A text that speaks of what the client sent.
    private static readonly ImmutableHashSet<string> OfInput = WordSplitter.Exactly(
        "syntax unrecognized unknown parameter parameters argument arguments invalid malformed parse parsing format policy spam virus "
        + "large quota exist exists found nonexistent denied relaying blacklisted prohibited unsupported implemented sequence");

    private static readonly ImmutableHashSet<string> OfOwn = WordSplitter.Exactly("internal server failed failure exception error");

    private readonly SmtpContext _context = new(file.Model, file.Cancellation);
    private readonly OwnWork _work = new(file);

    /// <summary>All of the file.</summary>
    public IEnumerable<ServerFault> All() => file.NodesOf<CatchClauseSyntax>().Select(Of).OfType<ServerFault>();

    /// <summary>What <paramref name="handler"/> answers for good although the fault is the server's; null where it does not.</summary>
    public ServerFault? Of(CatchClauseSyntax handler)
    {
        if (handler.Parent is not TryStatementSyntax attempt || handler.Block.IsMissing
            || (!file.Mail.Servers.IsReferenced && !MayAnswer(handler)
                && !KeptFault.StatementsBelow(attempt).Any(MayAnswer)))
        {
            return null;
        }

        var inSmtp = _context.Surrounds(handler);
        if (!inSmtp && !file.Mail.Servers.IsReferenced && !HasServerWord(handler))
            return null;
        var reader = new AnswerReader(file, new ServerAnswers(file.Mail.Servers, inSmtp), handler);
        return reader.Read(attempt) is { } fault && fault.Answers.All(IsPermanent) && IsOwn(attempt, handler) && !LooksAt(handler)
            ? fault
            : null;
    }

    // Most files that speak of SMTP are clients: their words tell that nothing is answered.
    private static bool MayAnswer(SyntaxNode code) => code.DescendantTokens().Any(static token => token.Value switch
    {
        int number => number is >= 500 and < 600,
        string text when token.IsKind(SyntaxKind.IdentifierToken) =>
            text.IndexOf("Response", StringComparison.Ordinal) >= 0 || text.IndexOf("Reply", StringComparison.Ordinal) >= 0,
        string { Length: > 3 } text => text[0] == '5' && char.IsDigit(text[1]),
        _ => false,
    });

    // A type of the program's own, called as in the package.
    private bool HasServerWord(SyntaxNode handler) =>
        file.Model.GetEnclosingSymbol(handler.SpanStart, file.Cancellation) is { } around && ServerAnswers.IsServer(around);

    private static bool IsPermanent(ServerAnswer answer)
    {
        if (answer.Form is AnswerForm.Text or AnswerForm.Created)
        {
            var words = answer.Syntax.DescendantTokens()
                .Where(static token => token.Value is string)
                .SelectMany(static token => WordSplitter.OfText(token.ValueText)).ToList();
            if (words.Any(OfInput.Contains))
                return false;
            // A server that thinks in HTTP: 500 is a command that is not known.
            if (answer.Code == 500)
                return words.Any(OfOwn.Contains);
        }

        // Of a store, the client hears 501 about the message.
        return answer.IsRefusal || (answer.Form == AnswerForm.Ready && answer.Code is 500 or 501);
    }

    private bool IsOwn(TryStatementSyntax attempt, CatchClauseSyntax handler)
    {
        var type = handler.Declaration is null ? null : file.CaughtBy(handler);
        if (FaultKinds.IsTemporary(type, file.Options.Vocabulary))
            return true;
        // What a clause above has taken out is known to be temporary, so the rest is something else.
        var above = attempt.Catches.TakeWhile(other => other != handler).ToList();
        return FaultKinds.IsGeneral(type)
            && !above.Any(other => FaultKinds.IsTemporary(file.CaughtBy(other), file.Options.Vocabulary)
                || (FaultKinds.IsGeneral(file.CaughtBy(other)) && other.Filter is not null))
            && _work.In(attempt.Block) != WorkKind.None;
    }

    // Who looks at the exception has his reasons.
    private bool LooksAt(CatchClauseSyntax handler)
    {
        var name = handler.Declaration?.Identifier.ValueText;
        if (string.IsNullOrEmpty(name))
            return false;
        return (handler.Filter?.Names(name!) == true && !AsksOnlyForCancellation(handler.Filter!))
            || handler.Block.DescendantNodes().Any(node => node switch
            {
                IfStatementSyntax branch => branch.Condition.Names(name!),
                SwitchStatementSyntax choice => choice.Expression.Names(name!),
                SwitchExpressionSyntax choice => choice.GoverningExpression.Names(name!),
                ConditionalExpressionSyntax choice => choice.Condition.Names(name!),
                _ => false,
            });
    }

    // when (ex is not OperationCanceledException)
    private bool AsksOnlyForCancellation(CatchFilterClauseSyntax filter) =>
        filter.DescendantNodes().OfType<TypeSyntax>().Select(file.SymbolOf).OfType<ITypeSymbol>().ToList() is { Count: > 0 } types
        && types.All(static type => type.Name is "OperationCanceledException" or "TaskCanceledException")
        && !filter.DescendantNodes().Any(static node => node is InvocationExpressionSyntax);
}
