using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Sources;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Gives a switch of names a case for the rest of the 4xx class, which does what is done to listed codes that are retried, and one for the rest of
/// 5xx. Only what is said of no code in particular is said of a class.
/// </summary>
internal static class AddClasses
{
    private static readonly (int First, Outcome Outcome)[] Classes = [(400, Outcome.Retry), (500, Outcome.GiveUp)];

    public static IEnumerable<FixCandidate> Plan(ReplyFixContext context)
    {
        var like = context.Node switch
        {
            SwitchExpressionSyntax { Arms: var arms } => Like(context, arms, static arm => arm.Pattern is not DiscardPatternSyntax and not VarPatternSyntax),
            SwitchStatementSyntax { Sections: var sections } => Like(context, sections, static section => !section.Labels.OfType<DefaultSwitchLabelSyntax>().Any()),
            _ => [],
        };
        if (like.Count == 0)
            return [];
        var title = like.Count == 2 ? "Add cases for 4xx and 5xx" : $"Add a case for {like[0].First / 100}xx";
        var roots = context.Node switch
        {
            SwitchExpressionSyntax whole => Arms(context, whole, like),
            SwitchStatementSyntax whole => Sections(context, whole, like),
            _ => [],
        };
        return roots.OfType<SyntaxNode>().Select(root => new FixCandidate(FixKind.AddClasses, title, root));
    }

    private static List<(int First, SyntaxNode Branch)> Like<T>(ReplyFixContext context, IEnumerable<T> branches, Func<T, bool> isOfNames)
        where T : SyntaxNode
    {
        return Classes.Select(one => (one.First, Branch: Find(one.Outcome))).Where(static one => one.Branch is not null).Select(static one => (one.First, one.Branch!)).ToList();

        SyntaxNode? Find(Outcome outcome) => branches.FirstOrDefault(branch => isOfNames(branch)
            && MoveToSibling.EvidenceIn(context, branch is SwitchExpressionArmSyntax arm ? arm.Expression : branch, outcome).Any()
            && !BranchText.IsSpecific(context, branch, outcome));
    }

    // A plain answer is written again, in an arm of its own; something that is done gets one more alternative.
    private static IEnumerable<SyntaxNode?> Arms(ReplyFixContext context, SwitchExpressionSyntax whole, IReadOnlyList<(int First, SyntaxNode Branch)> like)
    {
        yield return WithArms(context, whole, like);
        if (!context.HasPatterns || like.Any(one => one.Branch is not SwitchExpressionArmSyntax { WhenClause: null } || IsNamedLater(context, whole.Arms, one.Branch, one.First)))
            yield break;
        yield return context.Root.ReplaceNodes(
            like.Select(static one => ((SwitchExpressionArmSyntax)one.Branch).Pattern),
            (pattern, _) => SeparatedItems.Add(
                pattern,
                SyntaxFactory.ParenthesizedPattern(Pattern(context, whole.GoverningExpression, whole.SpanStart, like.First(one => one.Branch == pattern.Parent).First)),
                context.Writer.EndOfLine));
    }

    private static SyntaxNode? WithArms(ReplyFixContext context, SwitchExpressionSyntax whole, IReadOnlyList<(int First, SyntaxNode Branch)> like)
    {
        var rest = whole.Arms.FirstOrDefault(static arm => arm.Pattern is DiscardPatternSyntax or VarPatternSyntax && arm.WhenClause is null);
        var indentation = (rest ?? whole.Arms.Last()).GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        var arms = like.Select(one => Arm(context, whole, one.First, ((SwitchExpressionArmSyntax)one.Branch).Expression).WithLeadingTrivia(indentation)).ToList();
        var parts = whole.Arms.GetWithSeparators();
        var endsLine = whole.Arms.SeparatorCount > 0 && whole.Arms.GetSeparator(0).TrailingTrivia.EndsLine();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(endsLine ? context.Writer.EndOfLine : SyntaxFactory.Space);
        var added = arms.SelectMany(arm => new SyntaxNodeOrToken[] { arm, comma }).ToList();
        if (rest is not null)
            return Replaced(parts.InsertRange(parts.IndexOf(rest), added));
        if (parts[parts.Count - 1].IsToken)
            return Replaced(parts.AddRange(added));
        // The last arm has no comma after it; the new last one has none either.
        var last = parts[parts.Count - 1];
        var trailing = last.GetTrailingTrivia();
        added.RemoveAt(added.Count - 1);
        added[added.Count - 1] = added[added.Count - 1].WithTrailingTrivia(trailing);
        return Replaced(parts.Replace(last, last.WithTrailingTrivia()).Add(comma).AddRange(added));

        SyntaxNode Replaced(SyntaxNodeOrTokenList all) =>
            context.Root.ReplaceNode(whole, whole.WithArms(SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(all)));
    }

    private static SwitchExpressionArmSyntax Arm(ReplyFixContext context, SwitchExpressionSyntax whole, int first, ExpressionSyntax answer)
    {
        var arrow = SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space);
        if (context.HasPatterns)
        {
            var pattern = Pattern(context, whole.GoverningExpression, whole.SpanStart, first).WithTrailingTrivia(SyntaxFactory.Space);
            return SyntaxFactory.SwitchExpressionArm(pattern, null, arrow, answer.WithoutTrivia());
        }

        var test = context.Writer.Expression($"{Number(context, whole.GoverningExpression)} / 100 == {first / 100}").WithTrailingTrivia(SyntaxFactory.Space);
        var when = SyntaxFactory.WhenClause(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space), test);
        return SyntaxFactory.SwitchExpressionArm(SyntaxFactory.DiscardPattern().WithTrailingTrivia(SyntaxFactory.Space), when, arrow, answer.WithoutTrivia());
    }

    // One more label, or, where a later section names codes of the class, a section at the end.
    private static IEnumerable<SyntaxNode?> Sections(ReplyFixContext context, SwitchStatementSyntax whole, IReadOnlyList<(int First, SyntaxNode Branch)> like)
    {
        if (like.All(one => !IsNamedLater(context, whole.Sections, one.Branch, one.First)))
        {
            yield return context.Root.ReplaceNodes(
                like.Select(static one => (SwitchSectionSyntax)one.Branch),
                (section, _) => SectionLabels.With(section, Label(context, whole, like.First(one => one.Branch == section).First), context.Writer.EndOfLine));
        }

        var rest = whole.Sections.FirstOrDefault(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any());
        var added = like.Select(one => Section(context, whole, (SwitchSectionSyntax)one.Branch, one.First));
        var sections = rest is null ? whole.Sections.AddRange(added) : whole.Sections.InsertRange(whole.Sections.IndexOf(rest), added);
        yield return context.Root.ReplaceNode(whole, whole.WithSections(sections));
    }

    private static SwitchSectionSyntax Section(ReplyFixContext context, SwitchStatementSyntax whole, SwitchSectionSyntax like, int first)
    {
        var last = like.Labels.Last();
        return like.WithLabels(SyntaxFactory.SingletonList(Label(context, whole, first)
            .WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(last.GetTrailingTrivia().EndsLine() ? context.Writer.EndOfLine : SyntaxFactory.Space)));
    }

    // A label for the whole class would take them before their turn.
    private static bool IsNamedLater(ReplyFixContext context, IEnumerable<SyntaxNode> branches, SyntaxNode branch, int first) =>
        branches.SkipWhile(other => other != branch).Skip(1)
            .SelectMany(static other => other switch
            {
                SwitchSectionSyntax section => section.Labels.SelectMany(static label => label.DescendantNodes()),
                SwitchExpressionArmSyntax arm => arm.Pattern.DescendantNodesAndSelf(),
                _ => [],
            })
            .OfType<ExpressionSyntax>()
            .Any(constant => context.ConstantOf(constant) / 100 == first / 100);

    private static SwitchLabelSyntax Label(ReplyFixContext context, SwitchStatementSyntax whole, int first)
    {
        var text = context.HasPatterns
            ? $"case {Pattern(context, whole.Expression, whole.SpanStart, first)}:"
            : $"case var _ when {Number(context, whole.Expression)} / 100 == {first / 100}:";
        var parsed = (SwitchStatementSyntax)SyntaxFactory.ParseStatement($"switch (x) {{ {text} break; }}", options: context.Writer.Options);
        return parsed.Sections[0].Labels[0].WithoutTrivia();
    }

    private static string Number(ReplyFixContext context, ExpressionSyntax code) =>
        context.Mail.IsReplyCode(context.Model.GetTypeInfo(code).Type) ? $"(int){context.Writer.AfterCast}{code.WithoutTrivia()}" : $"{code.WithoutTrivia()}";

    private static PatternSyntax Pattern(ReplyFixContext context, ExpressionSyntax code, int position, int first)
    {
        var type = context.Model.GetTypeInfo(code).Type;
        var cast = type is not null && context.Mail.IsReplyCode(type)
            ? $"({MailSymbols.Underlying(type).ToMinimalDisplayString(context.Model, position)}){context.Writer.AfterCast}"
            : "";
        return ((IsPatternExpressionSyntax)SyntaxFactory.ParseExpression($"x is >= {cast}{first} and < {cast}{first + 100}")).Pattern;
    }
}
