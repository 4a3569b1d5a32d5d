using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpAnalyzers.Operations;

/// <summary>Finds the types that code asks a value for: <c>is</c>, <c>as</c>, patterns, cases and arms.</summary>
internal static class TypeTests
{
    /// <summary>
    /// The names of the types that <paramref name="scope"/> asks the expressions for that are a <paramref name="subject"/>.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> In(SyntaxNode scope, Func<ExpressionSyntax, bool> subject) =>
        scope.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test when subject(test.Left) =>
            [test.Right],
        IsPatternExpressionSyntax test when subject(test.Expression) => Of(test.Pattern),
        SwitchExpressionSyntax choice when subject(choice.GoverningExpression) => choice.Arms.SelectMany(AskedBy),
        SwitchStatementSyntax choice when subject(choice.Expression) => choice.Sections.SelectMany(AskedBy),
        _ => [],
    });

    /// <summary>The names of the types that <paramref name="choice"/>, an arm or a section, asks for.</summary>
    public static IEnumerable<ExpressionSyntax> AskedBy(SyntaxNode choice) => choice switch
    {
        SwitchExpressionArmSyntax arm => Of(arm.Pattern),
        SwitchSectionSyntax section => section.Labels.SelectMany(static label => label switch
        {
            CasePatternSwitchLabelSyntax pattern => Of(pattern.Pattern),
            CaseSwitchLabelSyntax constant => [constant.Value],
            _ => Enumerable.Empty<ExpressionSyntax>(),
        }),
        _ => [],
    };

    // A property named Exception, Polly's outcome, is looked into; any other member is another value.
    private static IEnumerable<ExpressionSyntax> Of(PatternSyntax pattern) => pattern switch
    {
        DeclarationPatternSyntax declaration => [declaration.Type],
        TypePatternSyntax type => [type.Type],
        ConstantPatternSyntax { Expression: NameSyntax or MemberAccessExpressionSyntax } constant => [constant.Expression],
        BinaryPatternSyntax binary => Of(binary.Left).Concat(Of(binary.Right)),
        UnaryPatternSyntax not => Of(not.Pattern),
        ParenthesizedPatternSyntax parenthesized => Of(parenthesized.Pattern),
        RecursivePatternSyntax { Type: { } type } => [type],
        RecursivePatternSyntax { PropertyPatternClause: { } clause } =>
            clause.Subpatterns.Where(IsException).SelectMany(static sub => Of(sub.Pattern)),
        _ => [],
    };

    private static bool IsException(SubpatternSyntax sub) => sub.ExpressionColon?.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "Exception",
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "Exception",
        _ => false,
    };
}
