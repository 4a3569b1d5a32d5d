using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the tests of a reply for 250, and what a condition around one says.</summary>
/// <param name="file">The file.</param>
internal sealed class ProbeTests(MailFile file)
{
    /// <summary>Whether <paramref name="node"/> is true for 250 only (true), for all but 250 (false), or something else (null).</summary>
    public bool? Of(ExpressionSyntax node) => node switch
    {
        InvocationExpressionSyntax call => IsCall(call) ? true : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } compared
            when Is250(compared.Left) || Is250(compared.Right) => compared.IsKind(SyntaxKind.EqualsExpression),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } when Is250(constant.Expression) => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } }
            when Is250(constant.Expression) => false,
        { Parent: CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax { Labels.Count: 1 } } } when Is250(node) => true,
        { Parent: ConstantPatternSyntax { Parent: SwitchExpressionArmSyntax { WhenClause: null } } } when Is250(node) => true,
        _ => null,
    };

    /// <summary>
    /// What <paramref name="condition"/>, in which <paramref name="test"/> stands, being true says of the reply: as above.
    /// </summary>
    public bool? Around(SyntaxNode condition, ExpressionSyntax test) => condition switch
    {
        _ when condition == test || condition.Span == test.Span => Of(test),
        SwitchExpressionArmSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } } => Around(constant, test),
        ParenthesizedExpressionSyntax { Expression: var inner } => Around(inner, test),
        AwaitExpressionSyntax { Expression: var inner } => Around(inner, test),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } task } =>
            Around(task.Expression, test),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var denied } => !Around(denied, test),
        ConditionalAccessExpressionSyntax { WhenNotNull: var rest } => Around(rest, test),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left } => Around(left, test),
        BinaryExpressionSyntax { Left: var left, Right: LiteralExpressionSyntax { Token.Value: bool value } } compared
            when compared.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression =>
                Around(left, test) is { } says ? says == value == compared.IsKind(SyntaxKind.EqualsExpression) : null,
        _ => null,
    };

    /// <summary>Whether <paramref name="value"/> is the code 250.</summary>
    public bool Is250(ExpressionSyntax value) =>
        file.Model.GetConstantValue(value, file.Cancellation).Value is 250 or "250" or "250 " or "250-";

    private bool IsCall(InvocationExpressionSyntax call)
    {
        var has250 = call.ArgumentList.Arguments.Any(argument => Is250(argument.Expression));
        if (has250 && CallSyntax.MethodName(call) is "StartsWith" or "Equals" or "Contains")
            return true;
        return Helper(call) is { } helper && (has250 ? Compares(helper) : IsTestItself(helper));
    }

    private MethodDeclarationSyntax? Helper(InvocationExpressionSyntax call) =>
        file.SymbolOf(call) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] } method && BoolTypes.IsBool(method.ReturnType)
        && reference.SyntaxTree == file.Root.SyntaxTree
            ? reference.GetSyntax(file.Cancellation) as MethodDeclarationSyntax
            : null;

    // bool Begins(string reply, string code) => reply.StartsWith(code);
    private static bool Compares(MethodDeclarationSyntax helper)
    {
        var nodes = helper.DescendantNodes().ToList();
        return nodes.Exists(static node => node.IsKind(SyntaxKind.EqualsExpression)
                || (node is InvocationExpressionSyntax call && CallSyntax.MethodName(call) is "StartsWith" or "Equals" or "Contains"))
            && !nodes.Exists(static node => node.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.ThrowStatement);
    }

    // bool IsOk(string reply) => reply.StartsWith("250");
    private bool IsTestItself(MethodDeclarationSyntax helper)
    {
        var value = helper.ExpressionBody?.Expression
            ?? (helper.Body is { Statements: [ReturnStatementSyntax { Expression: { } returned }] } ? returned : null);
        while (value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression, Right: var last })
            value = last;
        return value is not null && value is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax }
            && value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(node => Of(node) is not null) is { } test
            && Around(value, test) is true;
    }
}
