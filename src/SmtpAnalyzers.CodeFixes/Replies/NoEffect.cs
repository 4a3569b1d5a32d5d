using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Whether a narrower test would change nothing: the result has the same value already before it.</summary>
internal static class NoEffect
{
    public static bool Of(ReplyFixContext context) => context.Diagnostic.AdditionalLocations
        .Where(location => location.SourceTree?.FilePath == context.Root.SyntaxTree.FilePath
            && context.Root.FullSpan.Contains(location.SourceSpan))
        .Select(location => context.Root.FindNode(location.SourceSpan,
            getInnermostNodeForTie: true).FirstAncestorOrSelf<AssignmentExpressionSyntax>())
        .Any(static assignment => assignment is not null && IsRepeated(assignment));

    // The last value before, in a block that the assignment stands in.
    private static bool IsRepeated(AssignmentExpressionSyntax assignment)
    {
        for (SyntaxNode? inner = assignment;
            inner is not (null or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax);
            inner = inner.Parent)
        {
            var before = inner.Parent switch
            {
                BlockSyntax block when inner is StatementSyntax => block.Statements,
                SwitchSectionSyntax section when inner is StatementSyntax => section.Statements,
                _ => default,
            };
            foreach (var statement in before.TakeWhile(statement => statement != inner).Reverse())
            {
                if (ValueIn(statement, assignment.Left) is { } value)
                    return SyntaxFactory.AreEquivalent(value, assignment.Right);
            }
        }

        return false;
    }

    private static ExpressionSyntax? ValueIn(StatementSyntax statement, ExpressionSyntax variable) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } written }
            when SyntaxFactory.AreEquivalent(written.Left, variable) => written.Right,
        LocalDeclarationStatementSyntax local when variable is IdentifierNameSyntax name =>
            local.Declaration.Variables.FirstOrDefault(one => one.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value,
        _ => null,
    };
}
