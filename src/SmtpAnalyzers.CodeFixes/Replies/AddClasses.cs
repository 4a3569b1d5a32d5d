using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Gives a switch of names a case for the rest of the 4xx class, which does what is done to listed codes that are retried, and one for the
/// rest of 5xx. Only what is said of no code in particular is said of a class.
/// </summary>
internal static class AddClasses
{
    /// <summary>The fixes of a switch that handles no unlisted codes.</summary>
    public static IEnumerable<FixCandidate> Plan(ReplyFixContext context)
    {
        if (context.Id != DiagnosticIds.UnlistedRepliesUnhandled)
            return [];
        var like = Like(context, context.Node, static _ => true);
        return Roots(context, context.Root, context.Node, like)
            .Select(root => new FixCandidate(FixKind.AddClasses, Title("Add", like), root));
    }

    /// <summary>
    /// <paramref name="fix"/>, of one code of a switch, with a case for the rest of its class: as soon as the listed codes are right, a
    /// switch that does not handle unlisted ones is the next finding.
    /// </summary>
    public static IEnumerable<FixCandidate> After(ReplyFixContext context, FixCandidate fix)
    {
        var whole = context.Node.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax)
            .FirstOrDefault(static node => node is SwitchStatementSyntax or SwitchExpressionSyntax);
        if (whole is null)
            return [];

        var like = Like(context, whole, outcome => outcome == context.RightOutcome);
        return Roots(context, fix.Root, whole, like)
            .Select(root => fix with { Title = $"{fix.Title} and {Title("add", like)}", Root = root });
    }

    private static string Title(string verb, IReadOnlyList<LikeBranch> like) =>
        like.Count == 2 ? $"{verb} cases for 4xx and 5xx" : $"{verb} a case for {like[0].First / 100}xx";

    private static List<LikeBranch> Like(ReplyFixContext context, SyntaxNode whole, Func<Outcome, bool> isWanted)
    {
        (int First, Outcome Outcome)[] classes = [(400, Outcome.Retry), (500, Outcome.GiveUp)];
        return classes.Where(one => isWanted(one.Outcome))
            .Select(one => (one.First, Branch: whole.ChildNodes().FirstOrDefault(branch => IsOfNames(branch)
                && MoveToSibling.EvidenceIn(context, branch is SwitchExpressionArmSyntax arm ? arm.Expression : branch, one.Outcome).Any()
                && !BranchText.IsSpecific(context, branch, one.Outcome))))
            .Where(static one => one.Branch is not null)
            .Select(static one => new LikeBranch(one.First, one.Branch!))
            .ToList();
    }

    private static bool IsOfNames(SyntaxNode branch) => branch switch
    {
        SwitchSectionSyntax section => !section.Labels.OfType<DefaultSwitchLabelSyntax>().Any(),
        SwitchExpressionArmSyntax arm => arm.Pattern is not DiscardPatternSyntax and not VarPatternSyntax,
        _ => false,
    };

    /// <summary>
    /// The ways to write the cases into <paramref name="root"/>, the file as it is or with a change within <paramref name="whole"/>.
    /// </summary>
    private static IEnumerable<SyntaxNode> Roots(
        ReplyFixContext context, SyntaxNode root, SyntaxNode whole, IReadOnlyList<LikeBranch> like)
    {
        var current = root.FindToken(whole.SpanStart).Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node.RawKind == whole.RawKind && node.SpanStart == whole.SpanStart);
        if (like.Count == 0 || current is null)
            return [];
        var inPlace = like.Any(one => IsNamedLater(context, whole, one)) ? null : InPlace(context, current, whole, like);
        SyntaxNode? atEnd = (current, whole) switch
        {
            (SwitchExpressionSyntax changed, SwitchExpressionSyntax original) =>
                ClassArms.Added(context, changed, original.GoverningExpression, like),
            (SwitchStatementSyntax changed, SwitchStatementSyntax original) => AtEnd(context, changed, original, like),
            _ => null,
        };
        // A plain answer is written again in an arm of its own; for what is done there is one more label or alternative.
        var ways = whole is SwitchExpressionSyntax ? new[] { atEnd, inPlace } : [inPlace, atEnd];
        return ways.OfType<SyntaxNode>().Select(way => root.ReplaceNode(current, way));
    }

    // One more label of the section, one more alternative of the arm.
    private static SyntaxNode? InPlace(ReplyFixContext context, SyntaxNode current, SyntaxNode whole, IReadOnlyList<LikeBranch> like)
    {
        foreach (var one in like)
        {
            switch (current.ChildNodes().FirstOrDefault(one.IsSame), whole)
            {
                case (SwitchSectionSyntax section, SwitchStatementSyntax statement):
                    var label = ClassArms.Label(context, statement.Expression, one.First);
                    current = current.ReplaceNode(section, SectionLabels.With(section, label, context.Writer.EndOfLine));
                    break;
                case (SwitchExpressionArmSyntax
                {
                    WhenClause: null, Pattern: var pattern,
                }, SwitchExpressionSyntax { GoverningExpression: var code })
                    when context.HasPatterns:
                    var alternative = SyntaxFactory.ParenthesizedPattern(ClassArms.Pattern(context, code, one.First));
                    current = current.ReplaceNode(pattern, SeparatedItems.Add(pattern, alternative, context.Writer.EndOfLine));
                    break;
                default:
                    return null;
            }
        }

        return current;
    }

    // Sections of their own, before the default.
    private static SwitchStatementSyntax? AtEnd(
        ReplyFixContext context, SwitchStatementSyntax current, SwitchStatementSyntax whole, IReadOnlyList<LikeBranch> like)
    {
        var added = new List<SwitchSectionSyntax>();
        foreach (var one in like)
        {
            if (current.Sections.FirstOrDefault(one.IsSame) is not { } section)
                return null;
            var last = section.Labels.Last();
            added.Add(section.WithLabels(SyntaxFactory.SingletonList(ClassArms.Label(context, whole.Expression, one.First)
                .WithLeadingTrivia(last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
                .WithTrailingTrivia(last.GetTrailingTrivia().EndsLine() ? context.Writer.EndOfLine : SyntaxFactory.Space))));
        }

        var rest = current.Sections.FirstOrDefault(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any());
        return current.WithSections(rest is null
            ? current.Sections.AddRange(added)
            : current.Sections.InsertRange(current.Sections.IndexOf(rest), added));
    }

    // A label for the whole class would take them before their turn. The code that the finding is about moves.
    private static bool IsNamedLater(ReplyFixContext context, SyntaxNode whole, LikeBranch like) => whole.ChildNodes()
        .SkipWhile(branch => branch != like.Branch).Skip(1)
        .SelectMany(static branch => branch switch
        {
            SwitchSectionSyntax section => section.Labels.SelectMany(static label => label.DescendantNodes()),
            SwitchExpressionArmSyntax arm => arm.Pattern.DescendantNodesAndSelf(),
            _ => [],
        })
        .OfType<ExpressionSyntax>()
        .Any(constant => context.ConstantOf(constant) is { } code && code / 100 == like.First / 100 && code != context.Code);
}

/// <summary>A section or arm that does what is right for the class from <paramref name="First"/> on.</summary>
internal sealed record LikeBranch(int First, SyntaxNode Branch)
{
    /// <summary>Whether <paramref name="branch"/> of the changed switch does the same, whatever codes come there.</summary>
    public bool IsSame(SyntaxNode branch) => (branch, Branch) switch
    {
        (SwitchSectionSyntax changed, SwitchSectionSyntax original) =>
            SyntaxFactory.AreEquivalent(changed.Statements, original.Statements),
        (SwitchExpressionArmSyntax changed, SwitchExpressionArmSyntax original) =>
            SyntaxFactory.AreEquivalent(changed.Expression, original.Expression),
        _ => false,
    };
}
