using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Replaces a range, a comparison or a list of codes by a test for the class that the outcome is right for. Codes that say nothing of the class and
/// are named one by one stay in the list.
/// </summary>
internal static class ClassTest
{
    public static FixCandidate? Plan(ReplyFixContext context)
    {
        if (context.RightClass is not { } right || NoEffect.Of(context))
            return null;
        var list = ListOfCodes.Of(context);
        var tests = new CodeTests(context, list is null ? null : list.ElementsOf);
        var condition = new CodeCondition(context, right, tests);
        var (edits, cases) = (new Edits(), new ClassOfCases(context, right, condition, tests));
        var root = list is not null ? LookUps(context, list, condition, edits)
            : context.Finding.Kind is LeafKind.Handler or LeafKind.Predicate ? null
            : context.Node.FirstAncestorOrSelf<SwitchLabelSyntax>() is { } label ? cases.OfLabel(label)
            : Test(context, condition, edits) ? edits.ApplyTo(context.Root)
            : Arm(context) is { } arm ? cases.OfArm(arm)
            : null;
        return root is null ? null : new FixCandidate(FixKind.ClassTest, Title(context, right, condition.Kept), root) { NeverRuns = edits.Dropped };
    }

    private static string Title(ReplyFixContext context, ReplyClass right, ReplyCodeSet kept)
    {
        var replies = string.Join(", ", kept.Codes.Take(3).Select(ClassTestWriter.Title));
        return right switch
        {
            ReplyClass.TransientNegative when context.Id == DiagnosticIds.RetryListIncomplete => "Retry all 4xx replies",
            ReplyClass.TransientNegative => kept.IsEmpty ? "Retry only 4xx replies" : $"Retry only 4xx replies and {replies}",
            ReplyClass.PermanentNegative => kept.IsEmpty ? "Treat only 5xx as permanent" : $"Treat only 5xx and {replies} as permanent",
            _ => "Treat only 2xx as delivered",
        };
    }

    // The smallest condition around the finding that is a test of one code.
    private static bool Test(ReplyFixContext context, CodeCondition condition, Edits edits)
    {
        if (WrongCode(context) is not { } code)
            return false;
        foreach (var node in Starts(context))
        {
            if (condition.Replace(node, code, edits))
                return true;
        }

        return false;
    }

    private static IEnumerable<ExpressionSyntax> Starts(ReplyFixContext context) => context.Node.AncestorsAndSelf()
        .TakeWhile(static node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or SwitchLabelSyntax
            or ConditionalExpressionSyntax or ArrowExpressionClauseSyntax or CatchFilterClauseSyntax))
        .OfType<ExpressionSyntax>();

    private static SwitchExpressionArmSyntax? Arm(ReplyFixContext context) =>
        context.Finding.Kind == LeafKind.Otherwise ? null : context.Node.FirstAncestorOrSelf<SwitchExpressionArmSyntax>(arm => arm.Pattern.Span.Contains(context.Node.Span));

    /// <summary>A code that reaches the outcome where the finding stands; for a list that lacks some, one that it has.</summary>
    public static int? WrongCode(ReplyFixContext context) => context.Id != DiagnosticIds.RetryListIncomplete ? context.Finding.Codes.First
        : context.Node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(context.ConstantOf)
            .FirstOrDefault(code => code is { } known && context.Options.Classes.Transient.Contains(known));

    // The list goes with its look-ups. One with comments, or for more than look-ups, stays, and the class comes beside it.
    private static SyntaxNode? LookUps(ReplyFixContext context, ListOfCodes list, CodeCondition condition, Edits edits)
    {
        if (list.LookUps.Count == 0 || list.Codes.First is not { } code)
            return null;
        if (!list.IsUsedElsewhere && list.LookUps.All(lookUp => condition.Replace(lookUp, code, edits)))
        {
            if (list.Declaration is not null)
                edits.Drop(list.Declaration);
            if (edits.ApplyTo(context.Root) is { } root)
                return root;
            edits.KeepDeclarations();
        }

        var beside = new Edits();
        return context.Id == DiagnosticIds.RetryListIncomplete && list.LookUps.All(lookUp => condition.AddBeside(lookUp, beside))
            ? beside.ApplyTo(context.Root)
            : null;
    }
}
