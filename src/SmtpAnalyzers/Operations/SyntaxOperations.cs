using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>From syntax to its operation.</summary>
internal static class SyntaxOperations
{
    /// <summary>
    /// The operation of <paramref name="syntax"/>, or of what stands in its parentheses or before its <c>!</c>, which are no operations for
    /// the compiler; null where there is none.
    /// </summary>
    public static IOperation? OperationOf(this SemanticModel model, SyntaxNode? syntax, CancellationToken cancellation)
    {
        while (true)
        {
            switch (syntax)
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    syntax = inner;
                    continue;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand }:
                    syntax = operand;
                    continue;
                default:
                    return syntax is null ? null : model.GetOperation(syntax, cancellation);
            }
        }
    }
}
