using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>
/// How the handlers of one send say what becomes of the mail: with the outcomes that the file has and that fit the method around.
/// </summary>
internal sealed class FileOutcomes(EditContext context, SendStatement site)
{
    // The function that is left by a return: a lambda, a local function, the method.
    private readonly IMethodSymbol? _function = context.Model.GetEnclosingSymbol(context.Node.SpanStart) as IMethodSymbol;

    /// <summary>
    /// Whether the handler that is there swallows what is thrown, and the loop around goes on: a new <c>throw</c> would end it.
    /// </summary>
    public bool GoesOn => site.CatchAll is not null && !Leaves && Loop is not null;

    /// <summary>
    /// Whether that loop sends the same message again: what it does with 5xx is for SMTP2001 to say.
    /// </summary>
    public bool IsRetried => GoesOn && !IsOfLoop;

    /// <summary>The statements of a handler for the outcome of <paramref name="clause"/>; null where nothing fits.</summary>
    public OutcomeCode? Of(HandlerClause clause)
    {
        if (_function is not { } function)
            return null;
        if (Returned(function) is { } returned)
            return returned is INamedTypeSymbol type ? new ReturnedOutcomes(context, type).Of(clause.Outcome) : null;
        return Jump(clause.ClosesConnection) is { } jump
            && new CalledOutcomes(context, site, function).Of(clause.Outcome) is var (call, method)
            ? new OutcomeCode([call + ";", .. jump], [method])
            : null;
    }

    // Null where nothing is returned.
    private static ITypeSymbol? Returned(IMethodSymbol function)
    {
        if (!function.IsAsync)
            return function.ReturnsVoid ? null : function.ReturnType;
        return function.ReturnType is INamedTypeSymbol { Arity: 1, TypeArguments: [var result] } ? result : null;
    }

    private StatementSyntax? Loop => site.Statement.Ancestors()
        .TakeWhile(node => node != CallSyntax.FunctionAround(site.Statement)).OfType<StatementSyntax>()
        .FirstOrDefault(static node =>
            node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private bool Leaves => site.CatchAll is { } handler && context.Model.AnalyzeControlFlow(handler.Block) is
        { Succeeded: true, EndPointIsReachable: false };

    // Each round of the loop has a message of its own.
    private bool IsOfLoop => site.Send.Arguments.Any(argument => IsInLoop(argument.Syntax));

    private bool IsInLoop(SyntaxNode value) => Loop is { } loop && value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(name => context.Model.GetSymbolInfo(name, context.Cancellation).Symbol)
        .Any(symbol => symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } && loop.Span.Contains(declaration.Span));

    // Behind the call: what comes after a send is for messages that were sent. Null where there is no way on.
    private IReadOnlyList<string>? Jump(bool closesConnection)
    {
        // The next round would send with a client that is closed.
        if (closesConnection && IsOfLoop && MailSymbols.ClientOf(site.Send) is { } client && !IsInLoop(client.Syntax))
            return ["throw;"];
        if (site.CatchAll is not null && !Leaves)
            return [];
        StatementSyntax last = site.Attempt ?? site.Statement;
        if (Loop is { } loop)
            return !IsOfLoop ? null : IsLastOf(last, loop) ? [] : ["continue;"];
        var function = CallSyntax.FunctionAround(last);
        return function is not null && IsLastOf(last, function) ? [] : ["return;"];
    }

    private static bool IsLastOf(StatementSyntax statement, SyntaxNode owner) =>
        statement.Parent is BlockSyntax block && block.Parent == owner && block.Statements.Last() == statement;
}
