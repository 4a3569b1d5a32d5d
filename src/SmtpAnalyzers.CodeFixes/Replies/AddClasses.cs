using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Language;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Gives a switch of names a case for the rest of the 4yz class, which does what is done to listed codes that are retried, and one for the rest of 5yz.</summary>
internal static class AddClasses
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        var root = context.Node switch
        {
            SwitchExpressionSyntax whole => Arms(context, whole),
            SwitchStatementSyntax whole => Sections(context, whole),
            _ => null,
        };
        return root is null ? null : new FixCandidate(FixKind.AddClasses, "Handle unlisted codes by class", root);
    }

    private static SyntaxNode? Arms(ReplyFixContext context, SwitchExpressionSyntax whole)
    {
        if (!context.HasPatterns)
            return null;
        var parts = whole.Arms.GetWithSeparators();
        var rest = whole.Arms.FirstOrDefault(static arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null);
        var index = rest is null ? parts.Count : parts.IndexOf(rest);
        var (comma, lead) = (Separator(whole, context), (rest ?? whole.Arms.Last()).GetLeadingTrivia());
        var added = new List<SyntaxNodeOrToken>();
        foreach (var (first, outcome) in Classes)
        {
            var like = whole.Arms.FirstOrDefault(arm => arm != rest && MoveToSibling.EvidenceIn(context, arm.Expression, outcome).Any());
            if (like is null)
                continue;
            var pattern = Pattern(context, whole.GoverningExpression, whole.SpanStart, first);
            added.Add(SyntaxFactory.SwitchExpressionArm(
                    pattern.WithTrailingTrivia(SyntaxFactory.Space), null, SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
                    like.Expression.WithoutTrivia())
                .WithLeadingTrivia(lead.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))));
            added.Add(comma);
        }

        if (added.Count == 0)
            return null;
        if (rest is null && !parts[parts.Count - 1].IsToken)
            return null;
        return context.Root.ReplaceNode(whole, whole.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(parts.InsertRange(index, added))));
    }

    private static SyntaxToken Separator(SwitchExpressionSyntax whole, ReplyFixContext context) =>
        whole.Arms.SeparatorCount > 0 && whole.Arms.GetSeparator(0).TrailingTrivia.EndsLine()
            ? SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(context.Writer.EndOfLine)
            : SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    private static SyntaxNode? Sections(ReplyFixContext context, SwitchStatementSyntax whole)
    {
        var rest = whole.Sections.FirstOrDefault(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any());
        var added = new List<SwitchSectionSyntax>();
        foreach (var (first, outcome) in Classes)
        {
            var like = whole.Sections.FirstOrDefault(section =>
                section != rest && MoveToSibling.EvidenceIn(context, section, outcome).Any());
            if (like is null)
                continue;
            var last = like.Labels.Last();
            added.Add(like.WithLabels(SyntaxFactory.SingletonList(Label(context, whole, first)
                .WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .WithTrailingTrivia(last.GetTrailingTrivia().EndsLine() ? context.Writer.EndOfLine : SyntaxFactory.Space))));
        }

        if (added.Count == 0)
            return null;
        var sections = rest is null ? whole.Sections.AddRange(added) : whole.Sections.InsertRange(whole.Sections.IndexOf(rest), added);
        return context.Root.ReplaceNode(whole, whole.WithSections(sections));
    }

    private static SwitchLabelSyntax Label(ReplyFixContext context, SwitchStatementSyntax whole, int first)
    {
        var code = whole.Expression.WithoutTrivia().ToString();
        var number = context.Mail.IsReplyCode(context.Model.GetTypeInfo(whole.Expression).Type) ? $"(int){context.Writer.AfterCast}{code}" : code;
        var text = context.HasPatterns
            ? $"case {Pattern(context, whole.Expression, whole.SpanStart, first)}:"
            : $"case var _ when {number} / 100 == {first / 100}:";
        var parsed = (SwitchStatementSyntax)SyntaxFactory.ParseStatement($"switch (x) {{ {text} break; }}", options: context.Root.SyntaxTree.Options);
        return parsed.Sections[0].Labels[0].WithoutTrivia();
    }

    private static PatternSyntax Pattern(ReplyFixContext context, ExpressionSyntax code, int position, int first)
    {
        var type = context.Model.GetTypeInfo(code).Type;
        var cast = type is not null && context.Mail.IsReplyCode(type)
            ? $"({Sources.MailSymbols.Underlying(type).ToMinimalDisplayString(context.Model, position)}){context.Writer.AfterCast}"
            : "";
        return ((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"x is >= {cast}{first} and < {cast}{first + 100}")).Pattern;
    }

    private static IEnumerable<(int First, Outcome Outcome)> Classes => [(400, Outcome.Retry), (500, Outcome.GiveUp)];
}
