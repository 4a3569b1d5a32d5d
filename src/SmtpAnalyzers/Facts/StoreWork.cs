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
            && CallSyntax.FunctionAround(site.Operation.Syntax) == method
            && !IsInHandler(site.Operation.Syntax)
            && !new FaultHandlers(file).Catch(site.Operation.Syntax, method));
    }

    // What a handler does about a failure, such as writing it down.
    private static bool IsInHandler(SyntaxNode work) => work.FirstAncestorOrSelf<CatchClauseSyntax>() is not null;

    // Another method that makes the response may have caught what failed.
    private bool IsAnswered(IOperation work) =>
        work is IInvocationOperation call && file.Mail.Servers.IsResponse(ServerSymbols.ResultOf(call.Type));
}
