using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Where control goes other than to the next statement.</summary>
internal static class Jumps
{
    public static bool IsLoop(SyntaxNode node) =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    public static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax;

    /// <summary>The jumps in <paramref name="code"/>, a loop or block, that leave it.</summary>
    public static List<SyntaxNode> Leaving(StatementSyntax code) =>
        code.DescendantNodes(static node => !IsFunction(node)).Where(node => Leaves(node, code)).ToList();

    private static bool Leaves(SyntaxNode node, StatementSyntax code) => node switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax => true,
        BreakStatementSyntax => Target(node, orSwitch: true) is var left && (left == code || !code.Contains(left)),
        ContinueStatementSyntax => Target(node, orSwitch: false) is var next && next != code && !code.Contains(next),
        _ => false,
    };

    private static SyntaxNode? Target(SyntaxNode jump, bool orSwitch) =>
        jump.Ancestors().FirstOrDefault(around => IsLoop(around) || (orSwitch && around is SwitchStatementSyntax));
}
