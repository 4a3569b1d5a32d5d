using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Conditions;

/// <summary>The whole condition that an atom is part of: what stands between if and brace, after when, in one case label or arm.</summary>
internal static class Decision
{
    public static TextSpan Around(SyntaxNode site)
    {
        var node = site;
        while (node.Parent is { } parent && IsPartOfCondition(parent))
            node = parent;
        return node switch
        {
            { Parent: SwitchExpressionArmSyntax arm } when node != arm.Expression => Condition(arm),
            { Parent: WhenClauseSyntax { Parent: SwitchExpressionArmSyntax arm } } => Condition(arm),
            { Parent: WhenClauseSyntax { Parent: SwitchLabelSyntax label } } => label.Span,
            _ => node.Span,
        };
    }

    private static TextSpan Condition(SwitchExpressionArmSyntax arm) =>
        TextSpan.FromBounds(arm.Pattern.SpanStart, (arm.WhenClause ?? (SyntaxNode)arm.Pattern).Span.End);

    private static bool IsPartOfCondition(SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax or CastExpressionSyntax => true,
        PatternSyntax or SubpatternSyntax or PropertyPatternClauseSyntax or PositionalPatternClauseSyntax => true,
        _ => false,
    };
}
