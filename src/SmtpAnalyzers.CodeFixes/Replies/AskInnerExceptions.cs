using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.CodeFixes.Exceptions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Asks the InnerExceptions of a SmtpFailedRecipientsException, whose own code is always GeneralFailure. Not where the answer gives mail
/// up: a temporary refusal of one recipient must not be lost with the permanent one of another.
/// </summary>
internal static class AskInnerExceptions
{
    private static readonly string[] Names = ["inner", "refused", "failed"];

    private static readonly ImmutableHashSet<string> Removals =
        WordSplitter.InAnyForm("remove delete disable deactivate unsubscribe suppress");

    /// <summary>Whether the finding is about the code of a SmtpFailedRecipientsException itself.</summary>
    public static bool Concerns(ReplyFixContext context) =>
        Reads(context, context.Node).Any() || (Switched(context.Node) is { } code && Reads(context, code).Any());

    // A switch gives one answer, and each recipient needs its own: its labels are not dead, they ask the wrong exception.
    private static ExpressionSyntax? Switched(SyntaxNode test) => test.AncestorsAndSelf()
        .TakeWhile(static node => node is not StatementSyntax)
        .Select(static node => node switch
        {
            SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax whole } => whole.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } => whole.GoverningExpression,
            _ => null,
        })
        .FirstOrDefault(static code => code is not null);

    public static IEnumerable<FixCandidate> Plan(ReplyFixContext context)
    {
        if (context.Id != DiagnosticIds.TestNeverTrue || Test(context) is not { } test || GivesUp(context, test))
            yield break;
        var reads = Reads(context, test).ToList();
        var name = Names.FirstOrDefault(free => context.Model.LookupSymbols(test.SpanStart, name: free).IsEmpty);
        if (name is null || reads.Count == 0 || reads.Any(read => !SyntaxFactory.AreEquivalent(read.Expression, reads[0].Expression)))
            yield break;
        var owner = reads[0].Expression.WithoutTrivia();
        var predicate = test.ReplaceNodes(reads, (_, read) => read.WithExpression(SyntaxFactory.IdentifierName(name))).WithoutTrivia();
        var asked = context.Writer.Expression($"{owner}.InnerExceptions.Any({name} => {predicate})").WithTriviaFrom(test);
        var root = context.Root.ReplaceNode(test, asked);
        if (!IsKnown(context, reads[0].Expression, "Any"))
            root = TypeNames.WithUsing(root, "System.Linq", context.Writer.EndOfLine);
        if (root is not null)
            yield return new FixCandidate(FixKind.RightUse, "Check the reply codes of the InnerExceptions", root);
    }

    // The comparison, with the others of the same code that it is joined with.
    private static ExpressionSyntax? Test(ReplyFixContext context)
    {
        var test = context.Node;
        while (test.Parent is PatternSyntax && test.Parent.Span == test.Span)
            test = test.Parent;
        if (test is PatternSyntax && test.Parent is IsPatternExpressionSyntax match)
            test = match;
        while (test.Parent is BinaryExpressionSyntax joint
            && joint.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
            && Reads(context, joint.Left).Any() && Reads(context, joint.Right).Any())
        {
            test = joint;
        }

        return test as ExpressionSyntax;
    }

    private static IEnumerable<MemberAccessExpressionSyntax> Reads(ReplyFixContext context, SyntaxNode test)
    {
        var whole =
            test is PatternSyntax or { Parent: PatternSyntax } ? test.FirstAncestorOrSelf<IsPatternExpressionSyntax>() ?? test : test;
        return whole.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(member =>
            member.Name.Identifier.ValueText == "StatusCode"
            && context.Model.GetTypeInfo(member.Expression).Type is { } type && MailSymbols.IsOfSeveralRecipients(type));
    }

    private static bool IsKnown(ReplyFixContext context, ExpressionSyntax owner, string method) =>
        context.Model.GetTypeInfo(owner).Type?.GetMembers("InnerExceptions").OfType<IPropertySymbol>().FirstOrDefault() is { } property
        && !context.Model.LookupSymbols(owner.SpanStart, property.Type, method, includeReducedExtensionMethods: true).IsEmpty;

    private static bool GivesUp(ReplyFixContext context, ExpressionSyntax test) => Decided(test).DescendantNodesAndTokensAndSelf()
        .Where(static part => part.IsToken)
        .Any(part => part.AsToken() is var token && token.Kind() switch
        {
            SyntaxKind.IdentifierToken =>
                context.Options.Vocabulary.OfName(token.ValueText) == Outcome.GiveUp
                || WordSplitter.OfName(token.ValueText).Any(Removals.Contains),
            SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken =>
                context.Options.Vocabulary.OfText(token.ValueText) == Outcome.GiveUp,
            _ => false,
        });

    // The code that runs where the test is true, or what its answer is called.
    private static SyntaxNode Decided(ExpressionSyntax test)
    {
        foreach (var around in test.Ancestors())
        {
            switch (around)
            {
                case IfStatementSyntax decision:
                    return decision.Statement;
                case ConditionalExpressionSyntax choice when choice.Condition.Span.Contains(test.Span):
                    return choice.WhenTrue;
                case CatchFilterClauseSyntax { Parent: CatchClauseSyntax handler }:
                    return handler.Block;
                case AssignmentExpressionSyntax or VariableDeclaratorSyntax or ArgumentSyntax:
                case MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return around;
            }
        }

        return test;
    }
}
