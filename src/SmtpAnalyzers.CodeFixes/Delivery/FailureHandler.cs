using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>A catch clause after which the message is sent again, and how control gets from it to the next attempt.</summary>
internal sealed class FailureHandler(FixContext context, CatchClauseSyntax clause)
{
    public CatchClauseSyntax Clause => clause;

    public TryStatementSyntax Attempt { get; } = (TryStatementSyntax)clause.Parent!;

    /// <summary>The loop around the try, or null.</summary>
    public StatementSyntax? Loop { get; } = SendAgain.LoopAround((TryStatementSyntax)clause.Parent!);

    /// <summary>The body of the loop around the try, where it is a block.</summary>
    public BlockSyntax? LoopBody => Loop switch
    {
        ForStatementSyntax { Statement: BlockSyntax block } => block,
        WhileStatementSyntax { Statement: BlockSyntax block } => block,
        DoStatementSyntax { Statement: BlockSyntax block } => block,
        CommonForEachStatementSyntax { Statement: BlockSyntax block } => block,
        _ => null,
    };

    /// <summary>The method, lambda or local function around the handler; the file for top-level statements.</summary>
    public SyntaxNode Function =>
        clause.FirstAncestorOrSelf<SyntaxNode>(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
        or AccessorDeclarationSyntax or CompilationUnitSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax)) ?? context.Root;

    /// <summary>Whether the handler may await.</summary>
    public bool IsAsync => Function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => Attempt.DescendantNodes().OfType<AwaitExpressionSyntax>().Any(),
        _ => false,
    };

    /// <summary>The jumps from the handler back to the try: <c>continue</c> of its loop, <c>goto</c>.</summary>
    public IReadOnlyList<StatementSyntax> Jumps => Own<StatementSyntax>(clause.Block)
        .Where(statement => statement is GotoStatementSyntax
            || (statement is ContinueStatementSyntax && LoopOf(statement) == Loop)).ToList();

    /// <summary>Whether control can come to the end of the handler's block.</summary>
    public bool EndIsReachable =>
        context.Model.AnalyzeControlFlow(clause.Block) is not { Succeeded: true } flow || flow.EndPointIsReachable;

    /// <summary>
    /// Whether the loop ends by itself after some attempts, and something comes after it, which is how the program goes on when all have
    /// failed.
    /// </summary>
    public bool GoesOnAfterLoop => Loop is { } loop && EndsByItself(loop) && !EndsFunction(loop)
        && !clause.Ancestors().TakeWhile(node => node != loop).Any(static node => node is SwitchStatementSyntax);

    /// <summary>
    /// The test of the handler's own that ends the attempts: an <c>if</c> in its block, before anything is sent again, that throws, returns
    /// or breaks.
    /// </summary>
    public IfStatementSyntax? OwnExit => clause.Block.Statements
        .TakeWhile(statement => !Sends(statement))
        .OfType<IfStatementSyntax>()
        .FirstOrDefault(branch => branch.Else is null
            && ExitOf(branch.Statement) is ThrowStatementSyntax { Expression: null } or ReturnStatementSyntax or BreakStatementSyntax);

    /// <summary>
    /// The statement of the handler's block before which another attempt can be called off: a wait, a send, a jump; null for its end.
    /// </summary>
    public StatementSyntax? BeforeNextAttempt => clause.Block.Statements.FirstOrDefault(statement =>
        Sends(statement) || Waits(statement) || statement is ContinueStatementSyntax or GotoStatementSyntax);

    /// <summary>The descendants of <paramref name="node"/> that run with it: not those of functions in it.</summary>
    public static IEnumerable<T> Own<T>(SyntaxNode node) where T : SyntaxNode =>
        node.DescendantNodesAndSelf(inner => inner == node
            || inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<T>();

    private static bool Waits(SyntaxNode statement) =>
        Own<InvocationExpressionSyntax>(statement).Any(static call => CallSyntax.MethodName(call) is "Sleep" or "Delay");

    private static bool Sends(SyntaxNode statement) =>
        Own<InvocationExpressionSyntax>(statement).Any(static call => CallSyntax.MethodName(call) is { } name
        && (MailSymbols.IsSendName(name)
            || name.StartsWith("Connect", StringComparison.Ordinal)));

    private static StatementSyntax ExitOf(StatementSyntax statement) => (statement as BlockSyntax)?.Statements.LastOrDefault() ?? statement;

    private static bool EndsByItself(StatementSyntax loop) => loop switch
    {
        ForStatementSyntax one => one.Condition is { } condition && !IsTrue(condition),
        WhileStatementSyntax one => !IsTrue(one.Condition),
        DoStatementSyntax one => !IsTrue(one.Condition),
        _ => true,
    };

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);

    private static StatementSyntax? LoopOf(SyntaxNode jump) => jump.Ancestors().OfType<StatementSyntax>()
        .FirstOrDefault(static node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or CommonForEachStatementSyntax);

    // Nothing is done after it but to leave the function without a value.
    private static bool EndsFunction(StatementSyntax statement)
    {
        for (SyntaxNode? node = statement; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case BlockSyntax block when block.Statements.SkipWhile(one => one != node).Skip(1)
                    .All(static one => one is ReturnStatementSyntax { Expression: null }):
                case UsingStatementSyntax or LockStatementSyntax or IfStatementSyntax or ElseClauseSyntax:
                case TryStatementSyntax { Catches.Count: 0 }:
                    continue;
                case BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return true;
                default:
                    return false;
            }
        }
    }
}
