using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>What stands around a test of the step that was refused, MailKit's SmtpErrorCode.</summary>
internal static class StepTests
{
    /// <summary>
    /// Whether the class is looked at beside <paramref name="test"/>, in the same condition or pattern: another way to the outcome may be
    /// at fault, this one is not.
    /// </summary>
    public static bool LooksAtClass(SyntaxNode test)
    {
        for (var node = test; node.Parent is { } parent and not StatementSyntax; node = parent)
        {
            var beside = parent switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => both.Left == node ? both.Right : both.Left,
                PropertyPatternClauseSyntax => parent,
                SwitchExpressionArmSyntax arm => arm.WhenClause,
                SwitchSectionSyntax => (node as CasePatternSwitchLabelSyntax)?.WhenClause,
                _ => (SyntaxNode?)null,
            };
            if (beside is not null && MentionsStatusCode(beside))
                return true;
        }

        return false;
    }

    /// <summary>Whether a filter of an earlier handler has looked at the class.</summary>
    public static bool HasEarlierFilter(SyntaxNode test) => test.AncestorsAndSelf().OfType<CatchClauseSyntax>().Any(static handler =>
        handler.Parent is TryStatementSyntax attempt
        && attempt.Catches.TakeWhile(earlier => earlier != handler)
            .Any(static earlier => earlier.Filter is { } filter && MentionsStatusCode(filter)));

    private static bool MentionsStatusCode(SyntaxNode node) => node.Names("StatusCode");

    /// <summary>
    /// The whole test that a constant is part of: the comparison, the pattern with its input, the label, the arm's pattern, the subpattern.
    /// </summary>
    public static SyntaxNode? Around(ConditionAtom atom)
    {
        var node = atom.Kind == MatchKind.Element ? atom.Site : atom.Syntax;
        while (node is not null)
        {
            switch (node)
            {
                case BinaryExpressionSyntax or IsPatternExpressionSyntax or InvocationExpressionSyntax:
                case SwitchLabelSyntax or SubpatternSyntax or PatternSyntax { Parent: SwitchExpressionArmSyntax }:
                    return node;
                case StatementSyntax:
                    return null;
            }

            node = node.Parent;
        }

        return null;
    }
}
