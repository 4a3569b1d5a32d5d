using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>
/// How a handler of refused recipients sends its message again: a shape in which the second send can be limited to those who were refused.
/// </summary>
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

    /// <summary>
    /// What <see cref="Loop"/> goes through, or a local that holds all failures where the send stands; null where there is none.
    /// </summary>
    public string? Failures { get; private set; }

    /// <summary>Whether each round of <see cref="Loop"/> comes to the send on its own: no round ends the loop.</summary>
    public bool IsOncePerFailure => Loop is not null && Jumps.Leaving(Loop).Count == 0;

    /// <summary>Whether an exception of the second send is caught in the same round of the loop, or at once.</summary>
    public bool IsGuarded => Between(Loop ?? (SyntaxNode)Clause).Any(static node => node is TryStatementSyntax { Catches.Count: > 0 });

    /// <summary>Whether SmtpFailedRecipientsException alone is caught: a single refused recipient escapes.</summary>
    public bool CatchesSeveral => Clause.Declaration!.Type.GetLastToken().ValueText == RefusedRecipients.Several;

    /// <summary>Whether the handler comes to the send by the code of the caught exception, which only that for one recipient has.</summary>
    public bool IsSingle => Loop is null && !CatchesSeveral && Codes() is { } codes && !codes.Contains(-1);

    /// <summary>
    /// Whether the handler can run for each refused recipient: it does nothing else with the message, and nothing ends it early.
    /// </summary>
    public bool CanRepeatHandler => Jumps.Leaving(Clause.Block).Count == 0 && Clause.Filter is null
        && !Clause.Block.DescendantNodes().OfType<ExpressionSyntax>()
            .Any(expression => !Statement.Span.Contains(expression.Span) && SyntaxFactory.AreEquivalent(expression, Message));

    /// <summary>The second send that the finding stands on; null where it is not one that can be limited.</summary>
    public static Resend? Of(FixContext context)
    {
        if (context.Node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var message }, ..] } call
            || StatementOf(call) is not { } statement
            || context.Model.GetSymbolInfo(message).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol)
            || ClauseAround(statement) is not { Declaration: { } declaration } clause
            || !RefusedRecipients.Is(context.Model.GetTypeInfo(declaration.Type).Type))
        {
            return null;
        }

        var resend = new Resend(context, clause, statement, message);
        return resend.ReadLoop() && resend.RunsOnce() ? resend : null;
    }

    /// <summary>
    /// The codes with which control comes to the second send: those of a failure that <see cref="Loop"/> is about, or without a loop of the
    /// caught exception itself. Null where nobody asks for them.
    /// </summary>
    public ReplyCodeSet? Codes()
    {
        var codes = _context.Reading.Bodies.SelectMany(static body => body.Handlings)
            .Where(analysis => IsOfCaught(analysis) == (Loop is null))
            .SelectMany(static analysis => analysis.OutcomeSites)
            .Where(site => Statement.Span.Contains(site.Syntax.Span))
            .Select(static site => site.Codes)
            .ToList();
        return codes.Count == 0 ? null : codes.Aggregate(static (some, others) => some & others);
    }

    /// <summary>The nodes around the send, up to <paramref name="end"/>.</summary>
    public IEnumerable<SyntaxNode> Between(SyntaxNode end) => Statement.Ancestors().TakeWhile(node => node != end);

    private static bool IsOfCaught(ReplyCodeAnalysis analysis) =>
        analysis.Reply is AccessPath.Member { Owner: AccessPath.Variable { Identity: ControlFlowRegion } };

    private static CatchClauseSyntax? ClauseAround(SyntaxNode send) =>
        send.Ancestors().TakeWhile(static node => !Jumps.IsFunction(node)).OfType<CatchClauseSyntax>().FirstOrDefault();

    // Not a task that goes on while the recipients are put back.
    private static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax call) => CallSyntax.MethodName(call) switch
    {
        "Send" => call.Parent as ExpressionStatementSyntax,
        "SendMailAsync" => AwaitedBy(call)?.Parent as ExpressionStatementSyntax,
        _ => null,
    };

    // await client.SendMailAsync(message).ConfigureAwait(false), client.SendMailAsync(message).Wait()
    private static ExpressionSyntax? AwaitedBy(InvocationExpressionSyntax call)
    {
        var whole = call.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax and not AwaitExpressionSyntax)
            .OfType<ExpressionSyntax>().Last();
        return whole.Parent is AwaitExpressionSyntax awaited ? awaited
            : whole is InvocationExpressionSyntax end && CallSyntax.MethodName(end) is "Wait" or "GetResult" ? whole
            : null;
    }

    // False where a loop is not one over the refused recipients, or leaves out some of them.
    private bool ReadLoop()
    {
        var loops = Between(Clause).Where(Jumps.IsLoop).ToList();
        Loop = loops.FirstOrDefault() as StatementSyntax;
        if (Loop is null)
        {
            Failures = LocalsBefore(Clause).FirstOrDefault(variable => TypeOf(variable) is IArrayTypeSymbol { ElementType: var failure }
                && RefusedRecipients.Is(failure))?.Identifier.ValueText;
            return true;
        }

        if (loops.Count > 1 || Loop.Parent is not (BlockSyntax or SwitchSectionSyntax))
            return false;
        (Failures, Failure) = Loop switch
        {
            ForEachStatementSyntax each when RefusedRecipients.Is(_context.Model.GetDeclaredSymbol(each)?.Type) =>
                (each.Expression.ToString(), each.Identifier.ValueText),
            ForStatementSyntax { Declaration.Variables: [{ } index] } counted => ReadElement(counted, index.Identifier.ValueText),
            _ => (null, null),
        };
        return Failure is not null && (IsOncePerFailure || EndsLoop());
    }

    private (string? Failures, string? Failure) ReadElement(ForStatementSyntax loop, string index)
    {
        var element = loop.Statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>().FirstOrDefault(access =>
            access.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax argument }] && argument.Identifier.ValueText == index
            && RefusedRecipients.Is(_context.Model.GetTypeInfo(access).Type));
        if (element is null)
            return (null, null);
        var local = LocalsBefore(loop).FirstOrDefault(variable => RefusedRecipients.Is(TypeOf(variable)));
        return (element.Expression.ToString(), local?.Identifier.ValueText ?? element.ToString());
    }

    private IEnumerable<VariableDeclaratorSyntax> LocalsBefore(SyntaxNode end) => Between(end)
        .OfType<BlockSyntax>().SelectMany(static block => block.Statements).OfType<LocalDeclarationStatementSyntax>()
        .Where(declaration => declaration.SpanStart < Statement.SpanStart)
        .SelectMany(static declaration => declaration.Declaration.Variables);

    private ITypeSymbol? TypeOf(VariableDeclaratorSyntax variable) => (_context.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type;

    // The second send is the last thing the loop does, and went to everyone: it has to go to all who were refused.
    private bool EndsLoop() => Jumps.Leaving(Loop!) is [var only] && Statement.Parent is BlockSyntax block
        && block.Statements.IndexOf(Statement) + 1 is var next && next < block.Statements.Count && block.Statements[next] == only;

    // Nothing else around the send may run it more than once, or elsewhere.
    private bool RunsOnce() => Between(Clause).All(node => node == Loop || node switch
    {
        BlockSyntax or IfStatementSyntax or ElseClauseSyntax or SwitchStatementSyntax or SwitchSectionSyntax => true,
        UsingStatementSyntax => true,
        TryStatementSyntax attempt => attempt.Block.Span.Contains(Statement.Span),
        _ => false,
    });
}
