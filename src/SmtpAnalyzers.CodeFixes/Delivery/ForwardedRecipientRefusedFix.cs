using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Operations;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP1009: accepts 251 beside 250, and no third code.</summary>
internal sealed class ForwardedRecipientRefusedFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ForwardedRecipientRefused);

    public override IEnumerable<FixCandidate> Plan(FixContext context) => Ways(context).OfType<Edits>()
        .Select(static edits => new FixCandidate(FixKind.RightUse, "Accept 251 as well", edits.Root));

    private static IEnumerable<Edits?> Ways(FixContext context)
    {
        if (context.HasPatterns)
            yield return AsPattern(context);
        if (context.Node is InvocationExpressionSyntax call && TakesSeveral(context, call) is { } one)
            yield return new Edits(context).Insert(one.Span.End, $", {Forwarded(one)}");
        yield return Doubled(context);
    }

    private static Edits? AsPattern(FixContext context) => context.Node switch
    {
        BinaryExpressionSyntax comparison when One(comparison) is { } constant && constant.Parent == comparison =>
            new Edits(context).Replace(
                comparison, $"{Other(comparison, constant)} {Matches(constant, comparison.IsKind(SyntaxKind.EqualsExpression))}"),
        IsPatternExpressionSyntax match when One(match.Pattern) is { } constant =>
            new Edits(context).Replace(match, $"{match.Expression} {Matches(constant, match.Pattern is ConstantPatternSyntax)}"),
        _ => null,
    };

    private static ExpressionSyntax Other(BinaryExpressionSyntax comparison, ExpressionSyntax constant) =>
        comparison.Left == constant ? comparison.Right : comparison.Left;

    private static string Matches(LiteralExpressionSyntax constant, bool isEqual) =>
        isEqual ? $"is {constant} or {Forwarded(constant)}" : $"is not ({constant} or {Forwarded(constant)})";

    // Expect(reply, params int[] codes); another parameter may mean something else.
    private static LiteralExpressionSyntax? TakesSeveral(FixContext context, InvocationExpressionSyntax call) =>
        One(call.ArgumentList) is { Parent: ArgumentSyntax argument } constant
        && argument == call.ArgumentList.Arguments.LastOrDefault()
        && context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Parameters: [.., { IsParams: true } last] } method
        && call.ArgumentList.Arguments.Count >= method.Parameters.Length && context.Model.GetTypeInfo(constant).Type is { } type
        && last.Type is IArrayTypeSymbol { ElementType: var element } && SymbolEqualityComparer.Default.Equals(element, type)
            ? constant
            : null;

    // The whole test a second time, with the other code.
    private static Edits? Doubled(FixContext context)
    {
        if (One(context.Node) is not { } constant
            || context.Node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or AwaitExpressionSyntax })
        {
            return null;
        }

        var (test, isAccepted) = Whole(context, (ExpressionSyntax)context.Node);
        // It would be sent, read or counted a second time.
        if (Effects.Of(test, []).Any()
            || test.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax or VariableDesignationSyntax))
        {
            return null;
        }

        var text = test.ToString();
        var start = constant.SpanStart - test.SpanStart;
        var other = text.Substring(0, start) + Forwarded(constant) + text.Substring(start + constant.Span.Length);
        if (test.IsKind(SyntaxKind.CoalesceExpression))
            (text, other) = ($"({text})", $"({other})");
        var both = $"{text} {(isAccepted ? "||" : "&&")} {other}";
        var isOperand = test.Parent is PrefixUnaryExpressionSyntax
            or (BinaryExpressionSyntax and not { RawKind: (int)SyntaxKind.LogicalOrExpression }) or MemberAccessExpressionSyntax
            || (test.Parent.IsKind(SyntaxKind.LogicalOrExpression) && !isAccepted);
        return new Edits(context).Replace(test, isOperand ? $"({both})" : both);
    }

    // !reply.StartsWith("250"), reply?.StartsWith("250") != true, reply.IndexOf("250") != 0
    private static (ExpressionSyntax Test, bool IsAccepted) Whole(FixContext context, ExpressionSyntax test)
    {
        var isAccepted = test is not (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression }
            or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax });
        if (ExpectedCodes.Whole(test) is BinaryExpressionSyntax position && position != test)
            (test, isAccepted) = (position, BoolSyntax.IsFound(position, context.Model) is true);
        while (BoolSyntax.Around(test) is var (whole, isSame))
            (test, isAccepted) = (whole, isAccepted == isSame);
        return (test, isAccepted);
    }

    private static LiteralExpressionSyntax? One(SyntaxNode node) => RightAnswerFailsFix.Literals(node, "250").LastOrDefault();

    private static string Forwarded(LiteralExpressionSyntax constant) => constant.ToString().Replace("250", "251");
}
