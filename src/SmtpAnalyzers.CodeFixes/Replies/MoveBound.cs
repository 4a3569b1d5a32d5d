using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Moves the bound of a comparison to the edge of the class that it cuts: always as "from x00 on" or "below x00".</summary>
internal static class MoveBound
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Id != DiagnosticIds.BoundCutsClass
            || context.Node is not ExpressionSyntax constant
            || context.Finding.Codes.First is not { } first)
        {
            return null;
        }

        var edge = Edge(context, first);
        var root = constant.Parent switch
        {
            RelationalPatternSyntax pattern => context.Root.ReplaceNode(pattern, pattern
                .WithOperatorToken(Inclusive(pattern.OperatorToken, isConstantFirst: false))
                .WithExpression(Constant(context, constant, edge, InPattern(pattern)))),
            BinaryExpressionSyntax comparison when comparison.Right == constant => context.Root.ReplaceNode(comparison, comparison
                .WithOperatorToken(Inclusive(comparison.OperatorToken, isConstantFirst: false))
                .WithRight(Constant(context, constant, edge, comparison.Left))),
            BinaryExpressionSyntax comparison => context.Root.ReplaceNode(comparison, comparison
                .WithOperatorToken(Inclusive(comparison.OperatorToken, isConstantFirst: true))
                .WithLeft(Constant(context, constant, edge, comparison.Right))),
            _ => null,
        };
        return root is null
            ? null
            : new FixCandidate(FixKind.MoveBound, $"Move the bound to {edge}", root) { Concerns = context.Finding.Codes };
    }

    // The first code above the bound.
    private static int Edge(ReplyFixContext context, int first)
    {
        var begins = first / 100 * 100;
        var takenIn = context.Code == begins && context.Finding.Kind == MatchKind.UpperBound
            && context.Finding.Outcome != (begins == 400 ? Outcome.Retry : Outcome.GiveUp);
        return context.Finding.Kind == MatchKind.LowerBound || takenIn ? begins : begins + 100;
    }

    private static SyntaxToken Inclusive(SyntaxToken token, bool isConstantFirst)
    {
        var isFrom = token.Kind() is SyntaxKind.GreaterThanToken or SyntaxKind.GreaterThanEqualsToken;
        var kind = (isFrom, isConstantFirst) switch
        {
            (true, false) => SyntaxKind.GreaterThanEqualsToken,
            (false, false) => SyntaxKind.LessThanToken,
            (true, true) => SyntaxKind.GreaterThanToken,
            (false, true) => SyntaxKind.LessThanEqualsToken,
        };
        return SyntaxFactory.Token(token.LeadingTrivia, kind, token.TrailingTrivia);
    }

    // A member by its name, where there is one for the edge.
    private static ExpressionSyntax Constant(ReplyFixContext context, ExpressionSyntax old, int edge, ExpressionSyntax? compared)
    {
        while (compared is ParenthesizedExpressionSyntax parenthesized)
            compared = parenthesized.Expression;
        if (compared is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division
            && context.ConstantOf(division.Right) is > 0 and { } divisor)
        {
            edge /= divisor;
        }

        var type = context.Model.GetTypeInfo(old).Type;
        var text = type is null || !context.Mail.IsReplyCode(type) ? $"{edge}"
            : old is MemberAccessExpressionSyntax member && MailSymbols.NameOf(type, edge) is { } name
                ? $"{member.Expression.WithoutTrivia()}.{name}"
                : $"({TypeName(context, old, type)}){context.Writer.AfterCast}{edge}";
        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(old);
    }

    private static string TypeName(ReplyFixContext context, ExpressionSyntax old, ITypeSymbol type) => old switch
    {
        MemberAccessExpressionSyntax member => member.Expression.WithoutTrivia().ToString(),
        CastExpressionSyntax cast => cast.Type.WithoutTrivia().ToString(),
        _ => context.NameOf(type, old.SpanStart),
    };

    private static ExpressionSyntax? InPattern(PatternSyntax pattern) =>
        pattern.Ancestors()
            .TakeWhile(static node =>
                node is PatternSyntax or IsPatternExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax)
            .Select(static node => node switch
            {
                IsPatternExpressionSyntax match => match.Expression,
                SwitchExpressionSyntax match => match.GoverningExpression,
                _ => null,
            })
            .FirstOrDefault(static expression => expression is not null);
}
