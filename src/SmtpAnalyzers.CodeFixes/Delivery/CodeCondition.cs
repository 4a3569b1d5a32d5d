using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>Conditions that ask for a reply code.</summary>
internal static class CodeCondition
{
    /// <summary>The reply code that <paramref name="condition"/> asks for, as it stands there; null where it asks for more.</summary>
    public static string? CodeIn(ExpressionSyntax condition, FixContext context) => IsOfCode(condition, context)
        ? condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(part => IsCode(part, context))?.ToString()
        : null;

    private static bool IsOfCode(ExpressionSyntax expression, FixContext context) => expression switch
    {
        _ when context.ConstantOf(expression) is not null || IsCode(expression, context) => true,
        ParenthesizedExpressionSyntax inner => IsOfCode(inner.Expression, context),
        CastExpressionSyntax cast => IsOfCode(cast.Expression, context),
        PrefixUnaryExpressionSyntax not => IsOfCode(not.Operand, context),
        BinaryExpressionSyntax both => IsOfCode(both.Left, context) && IsOfCode(both.Right, context),
        IsPatternExpressionSyntax { Pattern: not (DeclarationPatternSyntax or VarPatternSyntax) } test =>
            IsOfCode(test.Expression, context),
        _ => false,
    };

    private static bool IsCode(ExpressionSyntax expression, FixContext context) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && context.Mail.IsReplyCode(context.Model.GetTypeInfo(expression).Type) && context.ConstantOf(expression) is null
        && !expression.DescendantNodes().Any(static node => node is InvocationExpressionSyntax);
}
