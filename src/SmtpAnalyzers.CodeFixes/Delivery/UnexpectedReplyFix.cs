using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Rules.Delivery;

namespace SmtpAnalyzers.CodeFixes.Delivery;

/// <summary>SMTP1003 where a command is answered with one code and 250 is expected: expects that code.</summary>
internal sealed class RightAnswerFailsFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.PositiveReplyFails);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (!context.Properties.TryGetValue(UnexpectedReply.Meant, out var meant) || meant is not { Length: 3 })
            yield break;
        foreach (var constant in Literals(context.Node, "250"))
        {
            var text = constant.ToString().Replace("250", meant);
            yield return new FixCandidate(FixKind.RightUse, $"Expect {meant}", context.Root.ReplaceNode(constant, SyntaxFactory.ParseExpression(text).WithTriviaFrom(constant)));
        }
    }

    /// <summary>The literals of <paramref name="code"/> in a comparison or call, as a number or as text.</summary>
    public static IEnumerable<LiteralExpressionSyntax> Literals(SyntaxNode node, string code) =>
        node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(literal => literal.Token.ValueText.Trim() == code);
}

/// <summary>SMTP1009: accepts 251 beside 250.</summary>
internal sealed class ForwardedRecipientRefusedFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.ForwardedRecipientRefused);

    public override IEnumerable<FixCandidate> Plan(FixContext context) =>
        Replacements(context).Select(replacement => new FixCandidate(FixKind.RightUse, "Accept 251 too", context.Root.ReplaceNode(
            context.Node, SyntaxFactory.ParseExpression(replacement, options: context.Root.SyntaxTree.Options as CSharpParseOptions).WithTriviaFrom(context.Node))));

    private static IEnumerable<string> Replacements(FixContext context)
    {
        switch (context.Node)
        {
            case BinaryExpressionSyntax comparison when RightAnswerFailsFix.Literals(comparison, "250").FirstOrDefault() is { } constant:
                var (subject, isEqual) = (comparison.Left == constant ? comparison.Right : comparison.Left, comparison.IsKind(SyntaxKind.EqualsExpression));
                if (context.Writer.HasPatterns)
                    yield return $"{subject.WithoutTrivia()} {(isEqual ? $"is {Either(constant)}" : $"is not ({Either(constant)})")}";
                else
                    yield return $"{subject.WithoutTrivia()} / 100 {(isEqual ? "==" : "!=")} 2";
                break;
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax constant } } match:
                yield return $"{match.Expression.WithoutTrivia()} is {Either(constant)}";
                break;
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax constant } } } match:
                yield return $"{match.Expression.WithoutTrivia()} is not ({Either(constant)})";
                break;
            case InvocationExpressionSyntax call when RightAnswerFailsFix.Literals(call, "250").LastOrDefault() is { } constant:
                var start = constant.SpanStart - call.SpanStart;
                var text = call.WithoutTrivia().ToString();
                if (constant.IsKind(SyntaxKind.StringLiteralExpression) && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StartsWith" })
                    yield return text.Substring(0, start) + "\"25\"" + text.Substring(start + constant.Span.Length);
                // Where the helper takes several codes.
                yield return text.Insert(start + constant.Span.Length, $", {constant.ToString().Replace("250", "251")}");
                break;
        }
    }

    private static string Either(LiteralExpressionSyntax constant) => $"{constant} or {constant.ToString().Replace("250", "251")}";
}
