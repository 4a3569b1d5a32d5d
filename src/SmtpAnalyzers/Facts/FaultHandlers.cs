using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>Where the exceptions of a server's own work end.</summary>
/// <param name="file">The file.</param>
internal sealed class FaultHandlers(MailFile file)
{
    /// <summary>
    /// Whether a handler inside of <paramref name="function"/> catches what <paramref name="work"/> throws, and keeps it.
    /// </summary>
    public bool Catch(SyntaxNode work, SyntaxNode function) => work.Ancestors().TakeWhile(node => node != function)
        .OfType<TryStatementSyntax>().Where(attempt => attempt.Block.Span.Contains(work.Span))
        .SelectMany(static attempt => attempt.Catches)
        .Any(handler => IsOfFaults(handler) && !Rethrows(handler));

    private bool IsOfFaults(CatchClauseSyntax handler) => handler.Declaration is null
        || (file.CaughtBy(handler) is var type && (FaultKinds.IsGeneral(type) || FaultKinds.IsTemporary(type, file.Options.Vocabulary)));

    // Who throws a response has answered.
    private bool Rethrows(CatchClauseSyntax handler) => handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax thrown
        && !(thrown.Expression is { } exception
            && SymbolEqualityComparer.Default.Equals(file.TypeOf(exception), file.Mail.Servers.ResponseException));
}
