using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>A test of Send's text, and what it says where the mail was accepted.</summary>
internal static class TextTest
{
    /// <summary>The whole test around <paramref name="node"/> and its value for accepted mail; null where that is not evident.</summary>
    public static (ExpressionSyntax Test, bool Value)? Of(FixContext context, ExpressionSyntax node)
    {
        // text?.Contains("OK") == true
        if (node is BinaryExpressionSyntax { Left: ConditionalAccessExpressionSyntax access } literal
            && literal.Right.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression)
        {
            node = access;
        }

        var call = ((node as ConditionalAccessExpressionSyntax)?.WhenNotNull ?? node) as InvocationExpressionSyntax;
        if (call is not null && CallSyntax.MethodName(call) is "IndexOf")
        {
            return node.Parent is BinaryExpressionSyntax comparison && comparison.Left == node
                && BoolSyntax.IsFound(comparison, context.Model) is { } isFound && OfCall(context, call) is { } accepted
                ? (comparison, isFound == accepted) : null;
        }

        var value = node switch
        {
            _ when call is not null => OfCall(context, call),
            BinaryExpressionSyntax comparison => OfComparison(context, comparison),
            IsPatternExpressionSyntax match => OfPattern(context, match.Pattern),
            _ => null,
        };
        return value is null ? null : (node, value.Value);
    }

    private static bool? OfCall(FixContext context, InvocationExpressionSyntax call)
    {
        var name = CallSyntax.MethodName(call);
        if (name is "IsNullOrEmpty" or "IsNullOrWhiteSpace")
            return false;
        if (name is not ("Contains" or "StartsWith" or "EndsWith" or "Equals" or "IsMatch" or "IndexOf"))
            return null;
        var texts = call.ArgumentList.Arguments.Select(argument => TextOf(context, argument.Expression)).OfType<string>().ToList();
        return texts.Count != 1 ? null
            : name == "IsMatch" ? TextMeaning.PatternSaysAccepted(texts[0])
            : TextMeaning.SaysAccepted(texts[0], name is "StartsWith" or "Equals");
    }

    private static bool? OfComparison(FixContext context, BinaryExpressionSyntax comparison)
    {
        var (left, right) = (context.Model.GetConstantValue(comparison.Left), context.Model.GetConstantValue(comparison.Right));
        var isEquals = comparison.IsKind(SyntaxKind.EqualsExpression);
        if (isEquals || comparison.IsKind(SyntaxKind.NotEqualsExpression))
        {
            var other = left.HasValue || IsEmpty(comparison.Left) ? comparison.Left : comparison.Right;
            var accepted = IsNothing(context, other) ? false
                : TextOf(context, other) is { } text ? TextMeaning.SaysAccepted(text, isBeginning: true) : null;
            return accepted is null ? null : accepted == isEquals;
        }

        // Length > 0 and the like.
        return (comparison.Kind(), right.Value) switch
        {
            (SyntaxKind.GreaterThanExpression, 0) or (SyntaxKind.GreaterThanOrEqualExpression, 1) => true,
            (SyntaxKind.LessThanExpression, 1) or (SyntaxKind.LessThanOrEqualExpression, 0) => false,
            _ => (comparison.Kind(), left.Value) switch
            {
                (SyntaxKind.LessThanExpression, 0) or (SyntaxKind.LessThanOrEqualExpression, 1) => true,
                (SyntaxKind.GreaterThanExpression, 1) or (SyntaxKind.GreaterThanOrEqualExpression, 0) => false,
                _ => null,
            },
        };
    }

    private static bool? OfPattern(FixContext context, PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => OfPattern(context, inner.Pattern),
        UnaryPatternSyntax not => !OfPattern(context, not.Pattern),
        ConstantPatternSyntax constant when IsNothing(context, constant.Expression) => false,
        ConstantPatternSyntax constant when TextOf(context, constant.Expression) is { } text =>
            TextMeaning.SaysAccepted(text, isBeginning: true),
        BinaryPatternSyntax either => OfPattern(context, either.Left) is { } left && OfPattern(context, either.Right) == left ? left : null,
        // A name that it gives to the text would be missing.
        RecursivePatternSyntax { Designation: not null } => null,
        RecursivePatternSyntax { PropertyPatternClause.Subpatterns: [] } => true,
        RecursivePatternSyntax { PropertyPatternClause.Subpatterns: [{ NameColon.Name.Identifier.ValueText: "Length" } length] } =>
            OfLength(context, length.Pattern),
        _ => null,
    };

    private static bool? OfLength(FixContext context, PatternSyntax length) => length switch
    {
        RelationalPatternSyntax bound => (bound.OperatorToken.Kind(), context.Model.GetConstantValue(bound.Expression).Value) switch
        {
            (SyntaxKind.GreaterThanToken, 0) or (SyntaxKind.GreaterThanEqualsToken, 1) => true,
            (SyntaxKind.LessThanToken, 1) or (SyntaxKind.LessThanEqualsToken, 0) => false,
            _ => null,
        },
        ConstantPatternSyntax constant when context.Model.GetConstantValue(constant.Expression).Value is 0 => false,
        UnaryPatternSyntax not => !OfLength(context, not.Pattern),
        _ => null,
    };

    private static string? TextOf(FixContext context, ExpressionSyntax expression) =>
        context.Model.GetConstantValue(expression).Value is var value and (string or char) ? value.ToString() : null;

    private static bool IsNothing(FixContext context, ExpressionSyntax expression) =>
        context.Model.GetConstantValue(expression) is { HasValue: true, Value: null or "" or 0 } || IsEmpty(expression);

    private static bool IsEmpty(ExpressionSyntax expression) => expression.ToString() is "string.Empty" or "String.Empty";
}
