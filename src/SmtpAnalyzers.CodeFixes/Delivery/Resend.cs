using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>How a handler of refused recipients sends its message again: a shape in which the second send can be limited to those who were refused.</summary>
internal sealed class Resend
{
    private readonly FixContext _context;

    private Resend(FixContext context, CatchClauseSyntax clause, ExpressionStatementSyntax statement, ExpressionSyntax message) =>
        (_context, Clause, Statement, Message) = (context, clause, statement, message);

    public CatchClauseSyntax Clause { get; }

    /// <summary>The second send.</summary>
    public ExpressionStatementSyntax Statement { get; }

    public ExpressionSyntax Message { get; }

    /// <summary>The loop over the refused recipients that the second send stands in; null where there is none.</summary>
    public StatementSyntax? Loop { get; private set; }

    /// <summary>The failure that one round of <see cref="Loop"/> is about, as the code names it there.</summary>
    public string? Failure { get; private set; }

    /// <summary>What holds all the failures, as the code names it; null where only the exception itself does.</summary>
    public string? Failures { get; private set; }

    /// <summary>A local that holds all the failures where the send stands.</summary>
    public string? FailuresInScope => Between(Clause).OfType<BlockSyntax>().SelectMany(static block => block.Statements)
        .OfType<LocalDeclarationStatementSyntax>()
        .Where(declaration => declaration.SpanStart < Statement.SpanStart)
        .SelectMany(static declaration => declaration.Declaration.Variables)
        .FirstOrDefault(variable => _context.Model.GetDeclaredSymbol(variable) is ILocalSymbol { Type: IArrayTypeSymbol { ElementType: var failure } }
            && RefusedRecipients.Is(failure))?.Identifier.ValueText;

    /// <summary>Whether each round of <see cref="Loop"/> comes to the send on its own: no round ends the loop.</summary>
    public bool IsOncePerFailure => Loop is not null && Leaving(Loop).Count == 0;

    /// <summary>Whether an exception of the second send is caught in the same round of the loop, or at once.</summary>
    public bool IsGuarded => Between(Loop ?? (SyntaxNode)Clause).OfType<TryStatementSyntax>().Any(static attempt => attempt.Catches.Count > 0);

    /// <summary>Whether SmtpFailedRecipientsException alone is caught: a single refused recipient escapes.</summary>
    public bool CatchesSeveral => Clause.Declaration!.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText
        == RefusedRecipients.Several;

    /// <summary>The second send that the finding stands on; null where it is not one that can be limited.</summary>
    public static Resend? Of(FixContext context)
    {
        if (context.Node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var message }, ..] } call
            || StatementOf(call) is not { } statement
            || context.Model.GetSymbolInfo(message).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsVolatile: false })
            || statement.Ancestors().TakeWhile(IsSameFunction).OfType<CatchClauseSyntax>().FirstOrDefault() is not { Declaration: { } declaration } clause
            || !RefusedRecipients.Is(context.Model.GetTypeInfo(declaration.Type).Type))
        {
            return null;
        }

        var resend = new Resend(context, clause, statement, message);
        return resend.ReadLoop() && resend.IsKept() ? resend : null;
    }

    /// <summary>Whether the handler comes to the send by the code of the caught exception, which only that for one recipient has.</summary>
    public bool IsSingle => Loop is null && !CatchesSeveral && Codes() is { } codes && !codes.Contains(-1);

    /// <summary>Whether something in the handler ends it early.</summary>
    public bool LeavesHandler => Leaving(Clause.Block).Count > 0;

    /// <summary>Whether the handler does something else with the message, which is to be done once, however many were refused.</summary>
    public bool HandlesMessage => Clause.Block.DescendantNodes().OfType<ExpressionSyntax>()
        .Any(expression => !Statement.Span.Contains(expression.Span) && SyntaxFactory.AreEquivalent(expression, Message));

    /// <summary>
    /// The codes with which control comes to the second send: those of a failure that <see cref="Loop"/> is about, or without a loop of the caught
    /// exception itself. Null where nobody asks for them.
    /// </summary>
    public ReplyCodeSet? Codes()
    {
        var codes = _context.Reading.Bodies.SelectMany(static body => body.Handlings)
            .Where(handling => IsOfCaught(handling) == (Loop is null))
            .SelectMany(static handling => handling.Evidence)
            .Where(evidence => Statement.Span.Contains(evidence.Syntax.Span))
            .Select(static evidence => evidence.Codes)
            .ToList();
        return codes.Count == 0 ? null : codes.Aggregate(static (some, others) => some & others);
    }

    private static bool IsOfCaught(Handling handling) => handling.Reply is Place.Member { Owner: Place.Variable { Identity: ControlFlowRegion } };

    /// <summary>Whether <paramref name="expression"/> is a test of a reply code and looks at nothing else.</summary>
    public bool AsksForCode(ExpressionSyntax expression) => CodeIn(expression) is not null && IsOfCode(expression);

    /// <summary>The reply code that <paramref name="expression"/> looks at, as it stands there.</summary>
    public string? CodeIn(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(IsCode)?.ToString();

    private bool IsOfCode(ExpressionSyntax expression) => _context.ConstantOf(expression) is not null || IsCode(expression) || expression switch
    {
        ParenthesizedExpressionSyntax inner => IsOfCode(inner.Expression),
        CastExpressionSyntax cast => IsOfCode(cast.Expression),
        PrefixUnaryExpressionSyntax not => IsOfCode(not.Operand),
        BinaryExpressionSyntax both => IsOfCode(both.Left) && IsOfCode(both.Right),
        IsPatternExpressionSyntax { Pattern: not (DeclarationPatternSyntax or VarPatternSyntax) } test => IsOfCode(test.Expression),
        _ => false,
    };

    private bool IsCode(ExpressionSyntax expression) => expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && _context.Mail.IsReplyCode(_context.Model.GetTypeInfo(expression).Type) && _context.ConstantOf(expression) is null
        && !expression.DescendantNodes().Any(static node => node is InvocationExpressionSyntax);

    /// <summary>The nodes around the send, up to <paramref name="end"/>.</summary>
    public IEnumerable<SyntaxNode> Between(SyntaxNode end) => Statement.Ancestors().TakeWhile(node => node != end);

    // Not a task that goes on while the recipients are put back.
    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call)
    {
        var isSync = Effects.MethodName(call) == "Send";
        return (isSync ? call.Parent : AwaitedBy(call)?.Parent) as ExpressionStatementSyntax;
    }

    private static ExpressionSyntax? AwaitedBy(InvocationExpressionSyntax call)
    {
        var whole = call.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax and not AwaitExpressionSyntax).OfType<ExpressionSyntax>().Last();
        return Effects.MethodName(call) != "SendMailAsync" ? null
            : whole.Parent is AwaitExpressionSyntax awaited ? awaited
            : whole is InvocationExpressionSyntax end && Effects.MethodName(end) is "Wait" or "GetResult" ? whole
            : null;
    }

    private bool ReadLoop()
    {
        var loops = Between(Clause).Where(IsLoop).ToList();
        Loop = loops.FirstOrDefault() as StatementSyntax;
        if (loops.Count == 0)
            return true;
        if (loops.Count > 1 || Loop!.Parent is not (BlockSyntax or SwitchSectionSyntax))
            return false;
        (Failures, Failure) = Loop switch
        {
            ForEachStatementSyntax each when IsFailure(_context.Model.GetDeclaredSymbol(each)?.Type) => (Text(each.Expression), each.Identifier.ValueText),
            ForStatementSyntax { Declaration.Variables: [{ } index] } counted => ReadElement(counted, index.Identifier.ValueText),
            _ => (null, null),
        };
        return Failure is not null && (IsOncePerFailure || IsLast());
    }

    private (string? Failures, string? Failure) ReadElement(ForStatementSyntax loop, string index)
    {
        var element = loop.Statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>().FirstOrDefault(access =>
            access.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax argument }] && argument.Identifier.ValueText == index
            && IsFailure(_context.Model.GetTypeInfo(access).Type));
        if (element is null)
            return (null, null);
        var local = Between(loop).OfType<BlockSyntax>().SelectMany(static block => block.Statements).OfType<LocalDeclarationStatementSyntax>()
            .Where(declaration => declaration.SpanStart < Statement.SpanStart)
            .SelectMany(static declaration => declaration.Declaration.Variables)
            .FirstOrDefault(variable => IsFailure((_context.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type));
        return (Text(element.Expression), local?.Identifier.ValueText ?? Text(element));
    }

    // The loop ends with the second send, which went to everyone: then it has to go to all who were refused.
    private bool IsLast() => Leaving(Loop!) is [var only] && Statement.Parent is BlockSyntax block
        && block.Statements.IndexOf(Statement) + 1 is var next && next < block.Statements.Count && block.Statements[next] == only;

    // Nothing else around the send may run it more than once, or elsewhere.
    private bool IsKept() => Between(Clause).All(node => node == Loop || node is BlockSyntax or IfStatementSyntax or ElseClauseSyntax or SwitchStatementSyntax
        or SwitchSectionSyntax or UsingStatementSyntax || node is TryStatementSyntax attempt && attempt.Block.Span.Contains(Statement.Span));

    private static List<SyntaxNode> Leaving(StatementSyntax code) =>
        code.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Where(node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax
                || (node is BreakStatementSyntax && Target(node, static around => around is SwitchStatementSyntax) is var left && (left == code || !code.Contains(left)))
                || (node is ContinueStatementSyntax && Target(node, static _ => false) is var next && next != code && !code.Contains(next)))
            .ToList();

    // What a jump leaves or goes on with.
    private static SyntaxNode? Target(SyntaxNode jump, Func<SyntaxNode, bool> isTarget) => jump.Ancestors().FirstOrDefault(around => IsLoop(around) || isTarget(around));

    private static bool IsFailure(ITypeSymbol? type) => RefusedRecipients.Is(type);

    private static string Text(SyntaxNode node) => node.WithoutTrivia().ToString();

    private static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsSameFunction(SyntaxNode node) =>
        node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
}
