using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Writes labels, patterns and arms for a whole reply class: as patterns, or before C# 9 with <c>when</c>.</summary>
internal static class ClassArms
{
    /// <summary>The switch expression with an arm for each class, before its discard or at its end.</summary>
    public static SwitchExpressionSyntax Added(
        ReplyFixContext context, SwitchExpressionSyntax whole, ExpressionSyntax code, IReadOnlyList<LikeBranch> like)
    {
        var rest =
            whole.Arms.FirstOrDefault(static arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null);
        var indentation = (rest ?? whole.Arms.Last()).GetLeadingTrivia()
            .Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        var parts = whole.Arms.GetWithSeparators();
        var endsLine = whole.Arms.SeparatorCount > 0 && whole.Arms.GetSeparator(0).TrailingTrivia.EndsLine();
        var comma =
            SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(endsLine ? context.Writer.EndOfLine : SyntaxFactory.Space);
        var added = like
            .Select(one => Arm(context, code, one.First, ((SwitchExpressionArmSyntax)one.Branch).Expression).WithLeadingTrivia(indentation))
            .SelectMany(arm => new SyntaxNodeOrToken[] { arm, comma })
            .ToList();
        if (rest is not null)
            return With(parts.InsertRange(parts.IndexOf(rest), added));
        if (parts[parts.Count - 1].IsToken)
            return With(parts.AddRange(added));
        // The last arm has no comma after it; nor has the new last one.
        var last = parts[parts.Count - 1];
        added.RemoveAt(added.Count - 1);
        added[added.Count - 1] = added[added.Count - 1].WithTrailingTrivia(last.GetTrailingTrivia());
        return With(parts.Replace(last, last.WithTrailingTrivia()).Add(comma).AddRange(added));

        SwitchExpressionSyntax With(SyntaxNodeOrTokenList all) =>
            whole.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(all));
    }

    /// <summary>The label for the class from <paramref name="first"/> on of <paramref name="code"/>.</summary>
    public static SwitchLabelSyntax Label(ReplyFixContext context, ExpressionSyntax code, int first)
    {
        var text = context.HasPatterns ? $"case {Pattern(context, code, first)}:" : $"case var _ when {Test(context, code, first)}:";
        var parsed =
            (SwitchStatementSyntax)SyntaxFactory.ParseStatement($"switch (x) {{ {text} break; }}", options: context.Writer.Options);
        return parsed.Sections[0].Labels[0].WithoutTrivia();
    }

    /// <summary>The pattern for that class.</summary>
    public static PatternSyntax Pattern(ReplyFixContext context, ExpressionSyntax code, int first)
    {
        var cast = context.Model.GetTypeInfo(code).Type is { } type && context.Mail.IsReplyCode(type)
            ? $"({context.NameOf(MailSymbols.Underlying(type), code.SpanStart)}){context.Writer.AfterCast}"
            : "";
        return ((IsPatternExpressionSyntax)context.Writer.Expression($"x is >= {cast}{first} and < {cast}{first + 100}")).Pattern;
    }

    private static SwitchExpressionArmSyntax Arm(ReplyFixContext context, ExpressionSyntax code, int first, ExpressionSyntax answer)
    {
        var arrow = SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space);
        answer = answer.WithoutTrivia();
        if (context.HasPatterns)
            return SyntaxFactory.SwitchExpressionArm(
                Pattern(context, code, first).WithTrailingTrivia(SyntaxFactory.Space), null, arrow, answer);
        var when = SyntaxFactory.WhenClause(
            SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            context.Writer.Expression(Test(context, code, first)).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.SwitchExpressionArm(
            SyntaxFactory.DiscardPattern().WithTrailingTrivia(SyntaxFactory.Space), when, arrow, answer);
    }

    private static string Test(ReplyFixContext context, ExpressionSyntax code, int first)
    {
        var cast = context.Mail.IsReplyCode(context.Model.GetTypeInfo(code).Type) ? $"(int){context.Writer.AfterCast}" : "";
        return $"{cast}{code.WithoutTrivia()} / 100 == {first / 100}";
    }
}
