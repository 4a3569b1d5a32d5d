using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// The rest comes to the wrong outcome, a list of names to the right one: the list becomes the class.
/// <c>if (code == 450) Retry(); else GiveUp();</c>
/// </summary>
internal static class ClassOfOthers
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.Finding.Kind != MatchKind.Otherwise || ClassTest.OtherClass(context) is not { } right)
            return null;
        var member = context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return context.Handlings.SelectMany(static analysis => analysis.OutcomeSites)
            .Where(one => one.Outcome == context.RightOutcome && member?.Span.Contains(one.Syntax.Span) == true)
            .Select(one => Candidate(context, right, Decision(one.Syntax), one.Syntax, one.Codes.First))
            .Concat(Denials(context, ReplyCodeSet.OfClass(right)).Select(branch => Candidate(context, right, branch, branch, code: null)))
            .FirstOrDefault(static candidate => candidate is not null);
    }

    private static FixCandidate? Candidate(ReplyFixContext context, ReplyClass right, SyntaxNode? decision, SyntaxNode said, int? code)
    {
        var tests = new CodeTests(context);
        var condition = new CodeCondition(context, right, tests);
        var (edits, cases) = (new Edits(), new ClassOfCases(context, right, condition, tests));
        var root = decision switch
        {
            SwitchSectionSyntax section => cases.OfLabel(section.Labels[0]),
            SwitchExpressionArmSyntax arm => cases.OfArm(arm),
            ExpressionSyntax decided when code is { } first && decided.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
                .Any(test => condition.Replace(test, first, edits)) => edits.ApplyTo(context.Root),
            _ => null,
        };
        var title = right == ReplyClass.TransientNegative ? "Retry all 4xx replies" : "Treat all 5xx replies as permanent";
        return ClassTest.Candidate(context, condition, [said], root, title, edits);
    }

    // The case or condition that brings codes to an outcome by being true.
    private static SyntaxNode? Decision(SyntaxNode outcome) => outcome.AncestorsAndSelf()
        .TakeWhile(static node => node is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax))
        .Select(static node => node.Parent switch
        {
            SwitchSectionSyntax section when node is StatementSyntax => section,
            SwitchExpressionArmSyntax arm when arm.Expression == node => arm,
            IfStatementSyntax branch when branch.Statement == node => branch.Condition,
            ConditionalExpressionSyntax either when either.WhenTrue == node => either.Condition,
            CatchClauseSyntax { Filter.FilterExpression: var filter } clause when clause.Block == node => filter,
            _ => (SyntaxNode?)null,
        })
        .FirstOrDefault(static decision => decision is not null);

    // A predicate that is named for retrying says no by a plain false: to codes of the class, beside a default that says true.
    private static IEnumerable<SyntaxNode> Denials(ReplyFixContext context, ReplyCodeSet codes)
    {
        var branches = context.Node.AncestorsAndSelf().TakeWhile(static node => node is not MemberDeclarationSyntax)
            .FirstOrDefault(static node => node is SwitchStatementSyntax or SwitchExpressionSyntax)?
            .ChildNodes().Where(static node => node is SwitchSectionSyntax or SwitchExpressionArmSyntax).ToList() ?? [];
        var denials = branches.Where(static branch => Answer(branch) == SyntaxKind.FalseLiteralExpression).ToList();
        return branches.Any(static branch => IsRest(branch) && Answer(branch) == SyntaxKind.TrueLiteralExpression)
            && denials.All(branch => Codes(context, branch).All(codes.Contains)) ? denials : [];
    }

    private static bool IsRest(SyntaxNode branch) => branch is SwitchExpressionArmSyntax { Pattern: DiscardPatternSyntax, WhenClause: null }
        or SwitchSectionSyntax { Labels: [DefaultSwitchLabelSyntax] };

    private static SyntaxKind? Answer(SyntaxNode branch) => branch switch
    {
        SwitchSectionSyntax { Statements: [ReturnStatementSyntax { Expression: { } value }] } => value.Kind(),
        SwitchExpressionArmSyntax { Expression: var value } => value.Kind(),
        _ => null,
    };

    private static IEnumerable<int> Codes(ReplyFixContext context, SyntaxNode branch) =>
        (branch is SwitchSectionSyntax section ? section.Labels.AsEnumerable<SyntaxNode>() : [((SwitchExpressionArmSyntax)branch).Pattern])
        .SelectMany(static label => label.DescendantNodes().OfType<ExpressionSyntax>())
        .Select(context.ConstantOf)
        .OfType<int>();
}
