using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Whether a branch says what is wrong: "Mailbox does not exist" is true of 550 and of no other code of its class.</summary>
internal static class AboutOneThing
{
    // Said of a code by the value that it comes to: Result.QuotaExceeded.
    private static readonly ImmutableHashSet<string> Faults = WordSplitter.Exactly(
        "auth authentication blocked busy exist exists full greylisted incorrect invalid large login oversized password policy quota "
        + "relaying size spam storage syntax unauthorized unknown");

    // Said of it by a text or an exception, too.
    private static readonly ImmutableHashSet<string> Things = Faults.Union(WordSplitter.Exactly(
        "account address addressee box command content credentials domain host mailbox name recipient room sender space user username"));

    /// <summary>Whether the branch around <paramref name="outcome"/> says so.</summary>
    public static bool IsSaidAt(SyntaxNode outcome)
    {
        var branch = outcome.AncestorsAndSelf().FirstOrDefault(IsBranch) ?? outcome.FirstAncestorOrSelf<StatementSyntax>() ?? outcome;
        return branch.DescendantTrivia()
            .Any(static trivia => trivia.IsText() && WordSplitter.OfText(trivia.ToString()).Any(Things.Contains))
            || branch.DescendantNodesAndSelf().Any(static node => node switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => WordSplitter.OfText(text).Any(Things.Contains),
            InterpolatedStringTextSyntax { TextToken.ValueText: var text } => WordSplitter.OfText(text).Any(Things.Contains),
            ObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax, Type: var type } =>
                WordSplitter.OfName($"{type}").Any(Things.Contains),
            MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax, Name.Identifier.ValueText: var name } =>
                WordSplitter.OfName(name).Any(Faults.Contains)
                && node.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax or SwitchExpressionArmSyntax
                    or AssignmentExpressionSyntax or ConditionalExpressionSyntax,
            _ => false,
        });
    }

    private static bool IsBranch(SyntaxNode node) =>
        node is SwitchSectionSyntax or CatchClauseSyntax or ElseClauseSyntax or AnonymousFunctionExpressionSyntax
        || (node is StatementSyntax && node.Parent is IfStatementSyntax)
        || (node.Parent is SwitchExpressionArmSyntax arm && arm.Expression == node)
        || (node.Parent is ConditionalExpressionSyntax either && either.Condition != node);
}
