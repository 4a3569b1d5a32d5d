using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Replies;
using SmtpAnalyzers.Rules.Exceptions;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>SMTP3002: the class of the reply is asked beside the step.</summary>
internal sealed class StepAsVerdictFix : RuleFix
{
    public override ImmutableArray<string> Ids { get; } = ImmutableArray.Create(DiagnosticIds.StepAsVerdict);

    public override IEnumerable<FixCandidate> Plan(FixContext context)
    {
        if (StepProperties.Read(context.Properties) is { } replyClass && WithClass(context, replyClass) is { } root)
            yield return new FixCandidate(FixKind.RightUse, $"Test for the {(int)replyClass}yz class too", root);
    }

    private static SyntaxNode? WithClass(FixContext context, ReplyClass replyClass)
    {
        if (context.Node is SubpatternSyntax sub)
            return InPattern(context, sub, replyClass);
        SyntaxNode tested = context.Node is ExpressionSyntax { Parent: ConstantPatternSyntax constant } ? constant : context.Node;
        if (Owner(tested) is not { } owner)
            return null;
        var test = Parse(context, context.Writer.ClassTest($"(int){context.Writer.AfterCast}{owner}.StatusCode", replyClass));
        return tested switch
        {
            ExpressionSyntax expression => context.Root.ReplaceNode(expression, Both(expression, test)),
            CaseSwitchLabelSyntax label => context.Root.ReplaceNode(label, SyntaxFactory.CasePatternSwitchLabel(
                label.Keyword,
                SyntaxFactory.ConstantPattern(label.Value).WithTrailingTrivia(SyntaxFactory.Space),
                When(test),
                label.ColonToken)),
            CasePatternSwitchLabelSyntax label => context.Root.ReplaceNode(label, label
                .WithPattern(label.Pattern.WithTrailingTrivia(SyntaxFactory.Space))
                .WithWhenClause(Both(label.WhenClause, test))),
            PatternSyntax { Parent: SwitchExpressionArmSyntax arm } => context.Root.ReplaceNode(arm, arm
                .WithPattern(arm.Pattern.WithTrailingTrivia(SyntaxFactory.Space))
                .WithWhenClause(Both(arm.WhenClause, test).WithTrailingTrivia(SyntaxFactory.Space))),
            _ => null,
        };
    }

    // The exception: what .ErrorCode is read from, in the test itself or in the switch around it.
    private static string? Owner(SyntaxNode test)
    {
        var where = test switch
        {
            SwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            PatternSyntax { Parent.Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            _ => test,
        };
        return where.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(static access => access.Name.Identifier.ValueText == "ErrorCode")?.Expression.WithoutTrivia().ToString();
    }

    private static ExpressionSyntax Both(ExpressionSyntax expression, ExpressionSyntax test)
    {
        ExpressionSyntax both = And(expression.WithoutTrivia(), test);
        if (expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or PrefixUnaryExpressionSyntax)
            both = SyntaxFactory.ParenthesizedExpression(both);
        return both.WithTriviaFrom(expression);
    }

    private static WhenClauseSyntax Both(WhenClauseSyntax? clause, ExpressionSyntax test) =>
        clause is null ? When(test) : clause.WithCondition(And(clause.Condition.WithoutTrivia(), test).WithTriviaFrom(clause.Condition));

    private static BinaryExpressionSyntax And(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression })
            left = SyntaxFactory.ParenthesizedExpression(left);
        var and = SyntaxFactory.Token(SyntaxKind.AmpersandAmpersandToken).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, left.WithTrailingTrivia(SyntaxFactory.Space), and, right);
    }

    private static WhenClauseSyntax When(ExpressionSyntax test) =>
        SyntaxFactory.WhenClause(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space), test);

    private static SyntaxNode? InPattern(FixContext context, SubpatternSyntax sub, ReplyClass replyClass)
    {
        if (!context.Writer.HasPatterns || sub.Parent is not PropertyPatternClauseSyntax clause
            || context.Model.Compilation.GetTypesByMetadataName("MailKit.Net.Smtp.SmtpStatusCode").FirstOrDefault() is not { } codes)
        {
            return null;
        }

        var cast = $"({codes.ToMinimalDisplayString(context.Model, sub.SpanStart)}){context.Writer.AfterCast}";
        var text = $"x is {{ StatusCode: >= {cast}{(int)replyClass}00 and < {cast}{(int)replyClass + 1}00 }}";
        if (Parse(context, text) is not IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax { PropertyPatternClause.Subpatterns: [var added] } })
            return null;
        var parts = clause.Subpatterns.GetWithSeparators().ToList();
        var index = parts.IndexOf(sub);
        parts[index] = sub.WithoutTrailingTrivia();
        parts.Insert(index + 1, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        parts.Insert(index + 2, added.WithoutTrivia().WithTrailingTrivia(sub.GetTrailingTrivia()));
        return context.Root.ReplaceNode(clause, clause.WithSubpatterns(SyntaxFactory.SeparatedList<SubpatternSyntax>(parts)));
    }

    private static ExpressionSyntax Parse(FixContext context, string text) =>
        SyntaxFactory.ParseExpression(text, options: context.Root.SyntaxTree.Options as CSharpParseOptions);
}
