using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Mutants;

/// <summary>Bounds, sums, sets, literals and defaults.</summary>
internal static class ValueChanges
{
    public static IEnumerable<Change> Of(ExpressionSyntax node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary, model),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseNotExpression } complement =>
            [Change.To(node, complement.Operand.ToString())],
        LiteralExpressionSyntax literal => OfLiteral(literal, model),
        _ => [],
    };

    private static IEnumerable<Change> OfBinary(BinaryExpressionSyntax node, SemanticModel model)
    {
        if (node.IsKind(SyntaxKind.CoalesceExpression))
            return OfDefault(node, model);
        if (model.GetConstantValue(node).HasValue)
            return [];
        var (left, right) = (node.Left.ToString(), node.Right.ToString());
        var isText = model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_String;
        IEnumerable<string> others = node.Kind() switch
        {
            SyntaxKind.LessThanExpression => [$"{left} <= {right}"],
            SyntaxKind.LessThanOrEqualExpression => [$"{left} < {right}"],
            SyntaxKind.GreaterThanExpression => [$"{left} >= {right}"],
            SyntaxKind.GreaterThanOrEqualExpression => [$"{left} > {right}"],
            SyntaxKind.AddExpression when !isText => [$"{left} - ({right})"],
            // Of numbers another sum, of sets one side.
            SyntaxKind.SubtractExpression => model.GetTypeInfo(node).Type?.SpecialType == SpecialType.None ? [left] : [$"{left} + {right}"],
            SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression => [left, right],
            SyntaxKind.MultiplyExpression => [left],
            SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => [left],
            _ => [],
        };
        return others.Select(other => Change.To(node, other));
    }

    private static IEnumerable<Change> OfDefault(BinaryExpressionSyntax node, SemanticModel model)
    {
        if (model.GetTypeInfo(node.Left).Type is not null && node.Left is not BinaryExpressionSyntax)
            yield return Default(node.Left, $"{Change.Short(node)}: without {Change.Short(node.Left)}");
        if (node.Right is not (ThrowExpressionSyntax or LiteralExpressionSyntax) && model.GetTypeInfo(node.Right).Type is not null)
            yield return Default(node.Right, $"{Change.Short(node)}: without {Change.Short(node.Right)}");
    }

    private static Change Default(ExpressionSyntax node, string says) =>
        Change.Of(node, says, static (now, id) => $"{Switch.Type}.Default({id}, {now})") with { IsAtRisk = true };

    private static IEnumerable<Change> OfLiteral(LiteralExpressionSyntax node, SemanticModel model)
    {
        if (node.IsKind(SyntaxKind.TrueLiteralExpression) || node.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            if (node.Parent is not WhileStatementSyntax)
                yield return Change.To(node, node.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true") with { IsAtRisk = true };
        }
        else if (node.Token.Value is int number && model.GetTypeInfo(node).ConvertedType?.SpecialType is SpecialType.System_Int32)
        {
            yield return Change.To(node, $"{number + 1}");
            if (number > 0)
                yield return Change.To(node, $"{number - 1}");
        }
        else if (node.Token.Value is string { Length: > 0 } && node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax })
        {
            yield return Change.To(node, "\"\"");
        }
    }
}
