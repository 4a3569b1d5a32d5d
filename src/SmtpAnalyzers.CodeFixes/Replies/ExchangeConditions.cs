using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Exchanges the conditions of two branches that are wrong the opposite way: <c>if</c>s of one chain or one block, or conditional
/// expressions of one chain, that give up 4xx and retry 5xx.
/// </summary>
internal static class ExchangeConditions
{
    public static IEnumerable<FixCandidate> Plan(ReplyFixContext context)
    {
        var source = context.Node.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax)
            .FirstOrDefault(node => Condition(node)?.Span.Contains(context.Node.Span) == true);
        if (source is null || !IsWrong(context, source))
            return [];
        var condition = Condition(source)!;
        return Others(source)
            .Where(other => HasEvidence(context, other) && MoveToSibling.IsWrongInTurn(context, Branch(other)!)
                && !BranchText.IsSpecific(context, Branch(other)!, context.RightOutcome))
            .Select(other => Condition(other)!)
            .Select(second => MoveToSibling.Exchanged(context.Root.ReplaceNodes(
                new[] { condition, second },
                (original, _) => (original == condition ? second : condition).WithTriviaFrom(original))));
    }

    private static bool IsWrong(ReplyFixContext context, SyntaxNode source) => Branch(source) is { } branch
        && MoveToSibling.EvidenceIn(context, branch, context.Finding.Outcome).Any()
        && MoveToSibling.IsAllWrong(context, branch)
        && !BranchText.IsSpecific(context, branch, context.Finding.Outcome);

    private static bool HasEvidence(ReplyFixContext context, SyntaxNode other) =>
        Branch(other) is { } branch && MoveToSibling.EvidenceIn(context, branch, context.RightOutcome).Any();

    private static ExpressionSyntax? Condition(SyntaxNode node) => node switch
    {
        IfStatementSyntax decision => decision.Condition,
        ConditionalExpressionSyntax choice => choice.Condition,
        _ => null,
    };

    private static SyntaxNode? Branch(SyntaxNode node) => node switch
    {
        IfStatementSyntax decision => decision.Statement,
        ConditionalExpressionSyntax choice => choice.WhenTrue,
        _ => null,
    };

    // The rest of the chain, in both directions, and the other ifs of the block.
    private static IEnumerable<SyntaxNode> Others(SyntaxNode source)
    {
        var first = source;
        while (Outer(first) is { } outer)
            first = outer;
        IEnumerable<SyntaxNode> starts =
            first is IfStatementSyntax { Parent: BlockSyntax block } ? block.Statements.OfType<IfStatementSyntax>() : [first];
        return starts.SelectMany(Chain).Where(other => other != source);
    }

    private static IEnumerable<SyntaxNode> Chain(SyntaxNode? first)
    {
        for (; first is not null; first = Inner(first))
            yield return first;
    }

    private static SyntaxNode? Inner(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Else.Statement: IfStatementSyntax next } => next,
        ConditionalExpressionSyntax { WhenFalse: ConditionalExpressionSyntax next } => next,
        _ => null,
    };

    private static SyntaxNode? Outer(SyntaxNode node) => node.Parent switch
    {
        ElseClauseSyntax { Parent: IfStatementSyntax outer } => outer,
        ConditionalExpressionSyntax choice when choice.WhenFalse == node => choice,
        _ => null,
    };
}
