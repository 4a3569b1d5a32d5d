using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpAnalyzers.Conditions;

/// <summary>The whole condition that an atom is part of: what stands between if and brace, after when, in one case label or arm.</summary>
internal static class Decision
{
    /// <summary>The span of the whole condition around <paramref name="site"/>.</summary>
    /// <param name="site">A part of it.</param>
    /// <param name="known">What was found for other parts: a chain of thousands of comparisons is as deep.</param>
    public static TextSpan Around(SyntaxNode site, Dictionary<SyntaxNode, TextSpan> known)
    {
        var passed = new List<SyntaxNode>();
        TextSpan span;
        for (var node = site; !known.TryGetValue(node, out span); node = node.Parent)
        {
            passed.Add(node);
            if (node.Parent is null || !IsPartOfCondition(node.Parent))
            {
                span = SpanOf(node);
                break;
            }
        }

        foreach (var part in passed)
            known[part] = span;
        return span;
    }

    /// <summary>The span of the whole condition around <paramref name="site"/>.</summary>
    public static TextSpan Around(SyntaxNode site) => Around(site, []);

    private static TextSpan SpanOf(SyntaxNode whole) => whole switch
    {
        { Parent: SwitchExpressionArmSyntax arm } when whole != arm.Expression => Condition(arm),
        { Parent: WhenClauseSyntax { Parent: SwitchExpressionArmSyntax arm } } => Condition(arm),
        { Parent: WhenClauseSyntax { Parent: SwitchLabelSyntax label } } => label.Span,
        _ => whole.Span,
    };

    private static TextSpan Condition(SwitchExpressionArmSyntax arm) =>
        TextSpan.FromBounds(arm.Pattern.SpanStart, (arm.WhenClause ?? (SyntaxNode)arm.Pattern).Span.End);

    private static bool IsPartOfCondition(SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
        IsPatternExpressionSyntax or CastExpressionSyntax => true,
        PatternSyntax or SubpatternSyntax or PropertyPatternClauseSyntax or PositionalPatternClauseSyntax => true,
        _ => false,
    };
}
