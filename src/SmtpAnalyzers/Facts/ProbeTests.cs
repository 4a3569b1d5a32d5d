using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.Facts;

/// <summary>Recognizes the tests of a reply for 250, and what a condition around one says.</summary>
/// <param name="file">The file.</param>
internal sealed class ProbeTests(MailFile file)
{
    private readonly ExpectedCodes _expected = new(file, "250");

    /// <summary>Whether <paramref name="node"/> is true for 250 only (true), for all but 250 (false), or something else (null).</summary>
    public bool? Of(ExpressionSyntax node) => _expected.AskedBy(node) ?? node switch
    {
        InvocationExpressionSyntax call => IsOfHelper(call) ? true : null,
        { Parent: CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax { Labels.Count: 1 } } } when Is250(node) => true,
        { Parent: ConstantPatternSyntax { Parent: SwitchExpressionArmSyntax { WhenClause: null } } } when Is250(node) => true,
        _ => null,
    };

    /// <summary>
    /// What <paramref name="condition"/>, in which <paramref name="test"/> stands, being true says of the reply: as above.
    /// </summary>
    public bool? Around(SyntaxNode condition, ExpressionSyntax test)
    {
        condition = condition is SwitchExpressionArmSyntax { Pattern: ConstantPatternSyntax { Expression: var constant } }
            ? constant : condition;
        return BoolSyntax.Says(condition, ExpectedCodes.Whole(test)) is { } isSame && Of(test) is { } asked ? asked == isSame : null;
    }

    /// <summary>Whether <paramref name="value"/> is the code 250.</summary>
    public bool Is250(ExpressionSyntax value) => _expected.Is(value);

    private bool IsOfHelper(InvocationExpressionSyntax call) =>
        Helper(call) is { } helper && (_expected.IsGiven(call) ? Compares(helper) : IsTestItself(helper));

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
                || (node is InvocationExpressionSyntax call && ExpectedCodes.IsComparing(call)))
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
