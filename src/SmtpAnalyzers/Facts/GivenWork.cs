using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Recognizes a send that a caller in another file hands over: <c>await action()</c> in a helper that retries what it is given, and
/// handles the replies of a mail client.
/// </summary>
internal sealed class GivenWork(MailFile file)
{
    /// <summary>
    /// Whether <paramref name="call"/> runs a parameter, which is given nothing but a token or the client, in a try with a handler for
    /// replies, where no name says that it only connects.
    /// </summary>
    public bool IsSend(IInvocationOperation call) =>
        call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        && call.Instance?.Unconverted() is IParameterReferenceOperation { Parameter: { ContainingSymbol.Name: var helper } work }
        && call.Arguments.All(argument =>
            argument.Value.Type is { Name: nameof(CancellationToken) } || file.Mail.IsClient(argument.Value.Type))
        && !IsOfConnection(helper) && !IsOfConnection(work.Name)
        && HandlesReplies(call.Syntax)
        && file.Values.FunctionsOf(call).Count == 0;

    private bool HandlesReplies(SyntaxNode call) => call.Ancestors().OfType<TryStatementSyntax>().Any(attempt =>
        attempt.Block.Span.Contains(call.Span) && attempt.Catches.Any(clause => file.Mail.IsReplyException(file.CaughtBy(clause))));

    private static bool IsOfConnection(string name) => WordSplitter.OfName(name).Any(static word =>
        ContextWords.Connection.Contains(word) || word is "reconnect" or "disconnect" or "verify");
}
