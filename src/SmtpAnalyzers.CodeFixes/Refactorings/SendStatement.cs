using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>A statement that does nothing but send, so that whatever is thrown in it comes from the send.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Send">The call in it.</param>
/// <param name="Library">Whose client sends.</param>
/// <param name="Attempt">The try around it whose handlers catch everything alike; null where nothing of the mail is caught.</param>
/// <param name="CatchAll">That handler.</param>
internal sealed record SendStatement(
    StatementSyntax Statement, IInvocationOperation Send, MailLibrary Library, TryStatementSyntax? Attempt, CatchClauseSyntax? CatchAll)
{
    /// <summary>The call by whose name the statement at <paramref name="span"/> may send mail.</summary>
    public static InvocationExpressionSyntax? At(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) && root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
            && !statement.ContainsDiagnostics
            ? CallOf(statement)
            : null;

    /// <summary>Whether <paramref name="call"/> is made to something of a mail library, asked of this call only.</summary>
    public static bool MayBeOfClient(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType: { } type }
        && MailSymbols.BasesAndSelf(type).Concat(type.AllInterfaces).Any(static one => CallKinds.IsIn(one, "MailKit", "System.Net.Mail"));

    /// <summary>The statement of <paramref name="context"/>'s call; null where its handlers tell replies apart.</summary>
    public static SendStatement? Of(EditContext context)
    {
        if (context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || context.Model.GetOperation(context.Node, context.Cancellation) is not IInvocationOperation send
            || !context.Mail.IsClientSend(send)
            || context.Symbols.LibraryOf(send) is not (var library and not MailLibrary.None)
            || IsTask(send) != IsAwaited(context.Node))
        {
            return null;
        }

        // What System.Net.Mail's SendAsync is refused, it says in an event.
        if (library == MailLibrary.SystemNetMail && send.TargetMethod.Name == "SendAsync")
            return null;
        foreach (var attempt in TriesAround(statement))
        {
            foreach (var clause in attempt.Catches)
            {
                if (IsCatchAll(context, clause))
                    return clause.Filter is null ? new SendStatement(statement, send, library, attempt, clause) : null;
                if (IsOfReplies(context, clause))
                    return null;
            }
        }

        return new SendStatement(statement, send, library, null, null);
    }

    /// <summary>The tries whose handlers catch what <paramref name="statement"/> throws, the nearest first.</summary>
    private static IEnumerable<TryStatementSyntax> TriesAround(StatementSyntax statement)
    {
        var function = CallSyntax.FunctionAround(statement);
        return statement.Ancestors().TakeWhile(node => node != function).OfType<TryStatementSyntax>()
            .Where(attempt => attempt.Block.Span.Contains(statement.Span));
    }

    private static bool IsCatchAll(EditContext context, CatchClauseSyntax clause) => clause.Declaration is not { } declaration
        || context.Model.GetTypeInfo(declaration.Type, context.Cancellation).Type is
            { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOfReplies(EditContext context, CatchClauseSyntax clause) =>
        context.Model.GetTypeInfo(clause.Declaration!.Type, context.Cancellation).Type is not { } type
        || context.Mail.IsReplyException(type)
        || (type.Name == "CommandException" && CallKinds.IsIn(type, "MailKit"));

    private static bool IsTask(IInvocationOperation send) => send.TargetMethod.ReturnType.Name is "Task" or "ValueTask";

    // Of the task, only these throw what the send throws: await, GetAwaiter().GetResult().
    private static bool IsAwaited(SyntaxNode call)
    {
        while (call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer })
        {
            if (CallSyntax.MethodName(outer) == "GetResult")
                return true;
            call = outer;
        }

        return call.Parent is AwaitExpressionSyntax;
    }

    // Client.Send(m);  await Client.SendAsync(m).ConfigureAwait(false);  x = ...;  var x = ...;  return ...;
    private static InvocationExpressionSyntax? CallOf(StatementSyntax statement)
    {
        var value = statement switch
        {
            ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set,
            } =>
                set.Right,
            ExpressionStatementSyntax expression => expression.Expression,
            ReturnStatementSyntax { Expression: { } returned } => returned,
            LocalDeclarationStatementSyntax
            {
                UsingKeyword.RawKind: 0, Declaration: { Type: not RefTypeSyntax, Variables: [{ Initializer.Value: var initial }] },
            } => initial,
            _ => null,
        };
        if (value is AwaitExpressionSyntax awaited)
            value = awaited.Expression;
        while (value is InvocationExpressionSyntax call)
        {
            if (CallSyntax.MethodName(call) is "Send" or "SendAsync" or "SendMailAsync")
                return call.ArgumentList.Arguments.Count > 0 ? call : null;
            if (CallSyntax.MethodName(call) is not ("ConfigureAwait" or "GetAwaiter" or "GetResult"))
                return null;
            value = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        }

        return null;
    }
}
