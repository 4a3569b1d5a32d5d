using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpAnalyzers.Operations;

internal static class CallSyntax
{
    /// <summary>The name of the method that is called; null where it has none.</summary>
    public static string? MethodName(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A test with what stands before its <c>?.</c>; of a switch what it looks at.</summary>
    public static SyntaxNode Whole(SyntaxNode test) => test switch
    {
        SwitchStatementSyntax choice => choice.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        _ => test.Ancestors().TakeWhile(static node => node is ExpressionSyntax).OfType<ConditionalAccessExpressionSyntax>()
            .LastOrDefault(access => access.WhenNotNull.Span.Contains(test.Span)) ?? test,
    };

    /// <summary>What a member is read from: for a part of <c>a?.b</c> what the <c>?.</c> is called on.</summary>
    public static IOperation Receiver(IOperation owner)
    {
        if (owner is not IConditionalAccessInstanceOperation)
            return owner;
        for (var child = owner; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalAccessOperation access && access.Operation != child)
                return access.Operation;
        }

        return owner;
    }
}
