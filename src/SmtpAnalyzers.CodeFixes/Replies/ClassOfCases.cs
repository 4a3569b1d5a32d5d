using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>Makes one case for the class of all cases of a switch that come to the same; codes that stay keep their cases.</summary>
internal sealed class ClassOfCases(ReplyFixContext context, ReplyClass right, CodeCondition condition, CodeTests tests)
{
    private readonly CodeNumbers _numbers = new(context);

    /// <summary>The file with the class instead of the arms that are like <paramref name="wrong"/>.</summary>
    public SyntaxNode? OfArm(SwitchExpressionArmSyntax wrong)
    {
        if (wrong is not { WhenClause: null, Parent: SwitchExpressionSyntax whole })
            return null;
        var number = _numbers.Read(whole.GoverningExpression);
        var all = whole.Arms.Select(arm => arm.WhenClause is null && tests.Of(arm.Pattern, number) is { } test
            ? new CodeCase(arm, arm.Pattern, test) : null).ToList();
        return Replace(all, one => SyntaxFactory.AreEquivalent(((SwitchExpressionArmSyntax)one.Syntax).Expression, wrong.Expression),
            wrong);
    }

    /// <summary>The file with the class instead of the labels of the sections that do what the section of <paramref name="wrong"/>
    /// does.</summary>
    public SyntaxNode? OfLabel(SwitchLabelSyntax wrong)
    {
        if (wrong is not { Parent: SwitchSectionSyntax { Parent: SwitchStatementSyntax whole } section })
            return null;
        var number = _numbers.Read(whole.Expression);
        var all = whole.Sections.SelectMany(static one => one.Labels).Select(label => Test(label, number) is { } test
            ? new CodeCase(label, (label as CasePatternSwitchLabelSyntax)?.Pattern, test) : null).ToList();
        return Replace(all, one => Does(one.Syntax.Parent, section), wrong);
    }

    private static bool Does(SyntaxNode? one, SwitchSectionSyntax section) => one is SwitchSectionSyntax other
        && other.Statements.Count == section.Statements.Count
        && other.Statements.Zip(section.Statements, static (first, second) =>
            SyntaxFactory.AreEquivalent(first, second)).All(static same => same);

    private CodeTest? Test(SwitchLabelSyntax label, CodeNumber? number) => label switch
    {
        CaseSwitchLabelSyntax plain when number is not null && context.ConstantOf(plain.Value) is { } code =>
            new(number, number.Where(value => value == code), number.IsCode ? ReplyCodeSet.Of(code) : ReplyCodeSet.Empty),
        CasePatternSwitchLabelSyntax { WhenClause: null, Pattern: var pattern } => tests.Of(pattern, number),
        _ => null,
    };

    private SyntaxNode? Replace(List<CodeCase?> all, Func<CodeCase, bool> doesTheSame, SyntaxNode wrong)
    {
        if (all.Find(one => one?.Syntax == wrong) is not { } start)
            return null;
        var alike = all.OfType<CodeCase>().Where(one => one.Test.IsLike(start.Test) && doesTheSame(one)).ToList();
        // A case of the class between them, which comes to something else, must stand before the class.
        var between = all.Skip(all.IndexOf(alike[0])).Take(all.IndexOf(alike[alike.Count - 1]) - all.IndexOf(alike[0]));
        var atLast = between.Any(one => one is not null && !alike.Contains(one) && one.Test.Codes.Overlaps(ReplyCodeSet.OfClass(right)));
        var edits = new Edits();
        return condition.Replace(alike, atLast, edits) ? edits.ApplyTo(context.Root) : null;
    }
}
