using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>What a message store does that can fail for a time, and whether its exceptions leave the store.</summary>
/// <param name="file">The file.</param>
internal sealed class StoreWork(MailFile file)
{
    /// <summary>Whether an exception of the store's own work leaves <paramref name="method"/>.</summary>
    public bool CanEscape(MethodDeclarationSyntax method)
    {
        SyntaxNode body = method.Body ?? (SyntaxNode)method.ExpressionBody!.Expression;
        return new OwnWork(file).Sites(body).Any(site => site.Kind == WorkKind.Certain && !IsAnswered(site.Operation)
            && CallSyntax.FunctionAround(site.Operation.Syntax) == method && !IsCaught(site.Operation.Syntax, method));
    }

    // Another method that makes the response may have caught what failed.
    private bool IsAnswered(IOperation work) =>
        work is IInvocationOperation { Type: INamedTypeSymbol { TypeArguments: [var result] } } && file.Mail.Servers.IsResponse(result);

    private bool IsCaught(SyntaxNode work, SyntaxNode method) => work.Ancestors().TakeWhile(node => node != method)
        .OfType<TryStatementSyntax>().Where(attempt => attempt.Block.Span.Contains(work.Span))
        .SelectMany(static attempt => attempt.Catches)
        .Any(handler => IsOfFaults(handler) && !Rethrows(handler));

    private bool IsOfFaults(CatchClauseSyntax handler) =>
        handler.Declaration is null || file.CaughtBy(handler) is var type && (FaultKinds.IsGeneral(type) || FaultKinds.IsTemporary(type));

    // Who throws a response has answered.
    private bool Rethrows(CatchClauseSyntax handler) => handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax thrown
        && !(thrown.Expression is { } exception
            && SymbolEqualityComparer.Default.Equals(file.TypeOf(exception), file.Mail.Servers.ResponseException));
}
