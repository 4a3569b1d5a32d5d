using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>The statements by which a method opens a client's connection, and under which conditions.</summary>
/// <param name="Client">How the client is written.</param>
/// <param name="Statements">Connect and Authenticate, with the conditions around the latter, and what is set between them.</param>
internal sealed record Opening(string Client, IReadOnlyList<StatementSyntax> Statements)
{
    /// <summary>
    /// How the method around <paramref name="send"/> opens the connection of the client that is called <paramref name="name"/>; null where
    /// it does not, does so in several ways, or logs in under conditions that cannot be repeated.
    /// </summary>
    public static Opening? Of(FixContext context, SyntaxNode send, string name)
    {
        if (send.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        var calls = member.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => IsOf(context, call, name)
            && CallSyntax.MethodName(call) is "Connect" or "ConnectAsync" or "Authenticate" or "AuthenticateAsync").ToList();
        var connects = calls.Where(static call => CallSyntax.MethodName(call)!.StartsWith("Connect", StringComparison.Ordinal)).ToList();
        if (connects is not [{ Expression: MemberAccessExpressionSyntax { Expression: var client } } connect]
            || connect.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax block } first)
        {
            return null;
        }

        var statements = block.Statements.SkipWhile(statement => statement != first)
            .Where(statement => IsAbout(context, statement, name)).ToList();
        var last = statements.FindLastIndex(statement => calls.Any(call => statement.Span.Contains(call.Span)));
        statements = statements.GetRange(0, last + 1);
        return calls.All(call => statements.Any(statement => statement.Span.Contains(call.Span))) && !statements.SelectMany(Effects).Any()
            ? new Opening(client.ToString(), statements)
            : null;
    }

    // A call of the client's, a property that is set, or a condition around such.
    private static bool IsAbout(FixContext context, StatementSyntax statement, string name) => statement switch
    {
        ExpressionStatementSyntax { Expression: var expression } => Own(expression) switch
        {
            InvocationExpressionSyntax call => IsOf(context, call, name) && CallSyntax.MethodName(call) is { } method
                && !method.StartsWith("Send", StringComparison.Ordinal) && !method.StartsWith("Disconnect", StringComparison.Ordinal),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var owner } } => IsClient(context, owner, name),
            _ => false,
        },
        IfStatementSyntax branch =>
            IsAbout(context, branch.Statement, name) && (branch.Else is not { } other || IsAbout(context, other.Statement, name)),
        BlockSyntax { Statements: { Count: > 0 } inner } => inner.All(one => IsAbout(context, one, name)),
        _ => false,
    };

    // A counter, assignment or declaration in an argument would run a second time.
    private static IEnumerable<SyntaxNode> Effects(StatementSyntax statement) => statement.DescendantNodes().Where(static node =>
        node is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or AssignmentExpressionSyntax { Parent: not (ExpressionStatementSyntax or InitializerExpressionSyntax) }
            or VariableDesignationSyntax);

    private static ExpressionSyntax Own(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => Own(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Wait"
            or "GetAwaiter" or "GetResult", Expression: var inner } } =>
            Own(inner),
        _ => expression,
    };

    private static bool IsOf(FixContext context, InvocationExpressionSyntax call, string name)
    {
        var owner = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        // client.AuthenticationMechanisms.Remove("XOAUTH2")
        while (owner is MemberAccessExpressionSyntax { Expression: var outer } && !IsClient(context, owner, name))
            owner = outer;
        return owner is not null && IsClient(context, owner, name);
    }

    private static bool IsClient(FixContext context, ExpressionSyntax expression, string name) =>
        context.Model.GetSymbolInfo(expression).Symbol is { } symbol && symbol.Name == name
            && context.Mail.IsClient(context.Model.GetTypeInfo(expression).Type);
}
