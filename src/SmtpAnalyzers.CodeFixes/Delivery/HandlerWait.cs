using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// Makes a handler wait before the message is sent again: a wait that is too short becomes longer, and where there is none one is written.
/// </summary>
/// <param name="context">The finding.</param>
/// <param name="handler">The handler.</param>
/// <param name="resends">The places in the handler itself where the message is sent again.</param>
/// <param name="counted">The counter that another part of the fix brings.</param>
internal sealed class HandlerWait(FixContext context, FailureHandler handler, IReadOnlyList<SyntaxNode> resends, Counter? counted = null)
{
    private const string Sleep = "Sleep", TaskDelay = "Delay";

    private readonly Delay _delay = new(context);

    /// <summary>The effects that <see cref="AddTo"/> may add.</summary>
    public static readonly string[] Adds = [Sleep, TaskDelay];

    /// <summary>The effects that it may put in the place of each other: ways to write a wait.</summary>
    public static readonly string[] Replaces = ["FromMilliseconds", "FromSeconds", "FromMinutes", "FromHours", "new TimeSpan"];

    /// <summary>Whether waiting could be written, into <paramref name="edits"/>.</summary>
    public bool AddTo(Edits edits)
    {
        if (!MayWait)
            return false;
        if (Known() is { } known)
            return Lengthen(edits, known);
        if (resends.Count == 0)
            return BeforeNextRound(edits);
        if (resends is not [var resend] || resend.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return false;
        statement = BeforeConnecting(statement);
        edits.Before(statement, Statement(statement.SpanStart));
        return true;
    }

    // Nobody waits under a lock, in a property or a constructor, or where a user interface waits for the end of the method.
    private bool MayWait => handler.Function is not (AccessorDeclarationSyntax or BasePropertyDeclarationSyntax
        or ConstructorDeclarationSyntax or DestructorDeclarationSyntax)
        && !handler.Clause.Ancestors().TakeWhile(node => node != handler.Function).Any(static node => node is LockStatementSyntax)
        && (handler.IsAsync || !IsEventHandler);

    private bool IsEventHandler => (handler.Function as BaseMethodDeclarationSyntax)?.ParameterList.Parameters is { Count: 2 } parameters
        && parameters[1].Type is { } type && context.Model.GetTypeInfo(type).Type is { } second
        && MailSymbols.BasesAndSelf(second).Any(static one => one.Name == "EventArgs");

    // The wait that comes between the handler and the next attempt: in the handler, or after the try. One in a branch is meant to be it,
    // where there is no other.
    private InvocationExpressionSyntax? Known()
    {
        var inHandler = Waits(handler.Clause.Block).ToList();
        var after = Below.SelectMany(Waits).ToList();
        return inHandler.Concat(after).FirstOrDefault(wait =>
                wait.FirstAncestorOrSelf<StatementSyntax>()?.Parent is BlockSyntax block
                && (block == handler.Clause.Block || block == handler.LoopBody))
            ?? (inHandler is [var sole] ? sole : handler.LoopBody is null && after is [var below] ? below : null);
    }

    // What runs between the handler and the next attempt: the rest of the loop, or what is below the try.
    private IEnumerable<StatementSyntax> Below => handler.LoopBody is { } loop
        ? loop.Statements.SkipWhile(statement => !statement.Span.Contains(handler.Attempt.Span)).Skip(1)
        : resends.Count == 0 ? StatementLists.After(handler.Attempt) : [];

    private IEnumerable<InvocationExpressionSyntax> Waits(StatementSyntax code) => FailureHandler.Own<InvocationExpressionSyntax>(code)
        .Where(call => call.ArgumentList.Arguments.Count > 0
            && context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol
            {
                Name: Sleep or TaskDelay, ContainingType.Name: "Thread" or "Task",
            });

    private bool Lengthen(Edits edits, InvocationExpressionSyntax wait)
    {
        var amount = wait.ArgumentList.Arguments[0].Expression;
        if (Named(amount) is { Initializer.Value: { } value } && context.Model.GetTypeInfo(amount).Type is { } type
            && _delay.ValueOf(type) is { } longer)
        {
            edits.Replace(value, longer);
            return true;
        }

        edits.Replace(amount, _delay.Of(Counted(wait.SpanStart)?.Attempts));
        return true;
    }

    // A name of its own for this wait keeps it.
    private VariableDeclaratorSyntax? Named(ExpressionSyntax amount)
    {
        if (amount is not IdentifierNameSyntax name
            || context.Model.GetSymbolInfo(name).Symbol is not (ILocalSymbol
            or IFieldSymbol { DeclaredAccessibility: Accessibility.Private })
            || context.Model.GetSymbolInfo(name).Symbol!.DeclaringSyntaxReferences is not [var reference]
            || reference.SyntaxTree != context.Root.SyntaxTree
            || context.Root.FindNode(reference.Span) is not VariableDeclaratorSyntax declarator)
        {
            return null;
        }

        var uses = context.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(other => other.Identifier.ValueText == name.Identifier.ValueText);
        return uses.Count() == 1 ? declarator : null;
    }

    private bool BeforeNextRound(Edits edits)
    {
        var block = handler.Clause.Block;
        switch (handler.Jumps)
        {
            case [] when handler.EndIsReachable:
                edits.AtEndOf(block, Statement(block.Span.End));
                return true;
            case [var jump] when !handler.EndIsReachable:
                edits.Before(jump, Statement(jump.SpanStart));
                return true;
            default:
                return false;
        }
    }

    // A connection that is opened again is not kept waiting.
    private static StatementSyntax BeforeConnecting(StatementSyntax send)
    {
        if (send.Parent is not BlockSyntax block)
            return send;
        for (var i = block.Statements.IndexOf(send); i > 0 && Connects(block.Statements[i - 1]); i--)
            send = block.Statements[i - 1];
        return send;
    }

    private static bool Connects(StatementSyntax statement) => FailureHandler.Own<InvocationExpressionSyntax>(statement).Any(static call =>
        CallSyntax.MethodName(call) is { } name && (name.IndexOf("Connect", StringComparison.OrdinalIgnoreCase) >= 0
            || name.StartsWith("Authenticate", StringComparison.Ordinal)))
        || statement is LocalDeclarationStatementSyntax
        {
            Declaration.Variables: [{ Initializer.Value: BaseObjectCreationExpressionSyntax }],
        };

    private Counter? Counted(int position) => counted ?? Counter.At(context, handler, position);

    private string Statement(int position)
    {
        var wait = _delay.Of(Counted(position)?.Attempts);
        if (!handler.IsAsync)
            return $"{Names.Of(context, "System.Threading.Thread")}.{Sleep}({wait});";
        var token = Token is { } stop ? $", {stop}" : "";
        var configured = HasConfigureAwait ? ".ConfigureAwait(false)" : "";
        return $"await {Names.Of(context, "System.Threading.Tasks.Task")}.{TaskDelay}({wait}{token}){configured};";
    }

    // The token that ends the send ends the wait.
    private string? Token => handler.Attempt.Block.DescendantNodes().OfType<ArgumentSyntax>().Select(static argument => argument.Expression)
        .Where(static expression => expression is IdentifierNameSyntax
        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "None" })
        .FirstOrDefault(expression => context.Model.GetTypeInfo(expression).Type is { Name: "CancellationToken" } && !IsOfTry(expression))
        ?.ToString();

    private bool IsOfTry(ExpressionSyntax expression) =>
        context.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && handler.Attempt.Block.Span.Contains(reference.Span);

    private bool HasConfigureAwait => handler.Attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
        CallSyntax.MethodName(call) == "ConfigureAwait"
            && call.ArgumentList.Arguments is [{ Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression }]);
}
