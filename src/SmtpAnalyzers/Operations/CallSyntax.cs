using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>Whether <paramref name="name"/> is that of a method where it is called.</summary>
    public static bool IsCalled(SimpleNameSyntax name) => name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member
            && member.Name == name && call.Expression == member);

    /// <summary>The name of the variable or member that <paramref name="target"/> is; null where it is neither.</summary>
    public static string? NameOf(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether <paramref name="node"/> is a loop.</summary>
    public static bool IsLoop(SyntaxNode node) =>
        node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>The tries with handlers whose blocks <paramref name="node"/> stands in, within its function, the innermost first.</summary>
    public static IEnumerable<TryStatementSyntax> TriesAround(SyntaxNode node) => node.Ancestors()
        .TakeWhile(static outer =>
            outer is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .OfType<TryStatementSyntax>()
        .Where(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(node.Span));

    /// <summary>The block or expression of a method or local function; null where it has none.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode? declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
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

    /// <summary>The method, local function or lambda around <paramref name="node"/>, itself included; null where there is none.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static outer =>
        outer is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>Whether <paramref name="call"/> writes or sends something, as far as its name can say it.</summary>
    public static bool IsWriting(InvocationExpressionSyntax call) => MethodName(call) is { } name
        && (name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Send", StringComparison.Ordinal));

    /// <summary>The work that <paramref name="call"/> gives to a task: <c>Task.Run(() =&gt; client.Send(message))</c>.</summary>
    public static AnonymousFunctionExpressionSyntax? StartedBy(InvocationExpressionSyntax call) => MethodName(call) is "Run" or "StartNew"
        ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression as AnonymousFunctionExpressionSyntax : null;

    /// <summary>Whether <paramref name="node"/> is a function of its own, which is not run where it stands.</summary>
    public static bool IsNested(SyntaxNode node) => node is LocalFunctionStatementSyntax
        || (node is AnonymousFunctionExpressionSyntax
            && !(node.Parent?.Parent?.Parent is InvocationExpressionSyntax call && StartedBy(call) == node));
}
