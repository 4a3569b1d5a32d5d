using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>Finds the type that a bool value is the answer for: of an arm, a section, an if, or of the test that is the value.</summary>
internal static class TypeQuestion
{
    /// <summary>The name of the last <paramref name="sought"/> type that is asked for there; null where none is.</summary>
    public static ExpressionSyntax? Of(SyntaxNode value, SemanticModel model, Func<ITypeSymbol?, bool> sought) =>
        Question(value) is { } question && CallSyntax.FunctionAround(value) is { } function
            ? TypeTests.In(function, static _ => true).LastOrDefault(type => question.Span.Contains(type.Span)
                && (!question.Span.Contains(value.Span) || IsAnsweredTrue(type))
                && sought(model.GetSymbolInfo(type).Symbol as ITypeSymbol))
            : null;

    // Of a choice that is the value as a whole, the arm that says yes.
    private static bool IsAnsweredTrue(SyntaxNode type) => !type.Ancestors().Any(node => node switch
    {
        SwitchExpressionArmSyntax arm => arm.Expression.IsKind(SyntaxKind.FalseLiteralExpression),
        ConditionalExpressionSyntax choice =>
            choice.Condition.Span.Contains(type.Span) && choice.WhenTrue.IsKind(SyntaxKind.FalseLiteralExpression),
        _ => false,
    });

    // The value is the question, or its answer.
    private static SyntaxNode? Question(SyntaxNode value)
    {
        foreach (var node in value.AncestorsAndSelf())
        {
            switch (node)
            {
                case IsPatternExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionSyntax:
                case ConditionalExpressionSyntax when node == value:
                    return node.AncestorsAndSelf().TakeWhile(static outer => outer is ExpressionSyntax).Last();
                case SwitchExpressionArmSyntax arm:
                    return arm.Pattern;
                case ConditionalExpressionSyntax choice when choice.WhenTrue.Span.Contains(value.Span):
                    return choice.Condition;
                case IfStatementSyntax choice when choice.Statement.Span.Contains(value.Span):
                    return choice.Condition;
                case SwitchSectionSyntax section:
                    return section;
                case MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return null;
            }
        }

        return null;
    }
}
