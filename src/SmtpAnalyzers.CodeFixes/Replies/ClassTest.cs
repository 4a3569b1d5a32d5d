using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Rules;
using SmtpAnalyzers.Smtp;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.CodeFixes.Replies;

/// <summary>
/// Replaces a range, a comparison or a list of codes by a test for the class that the outcome is right for. Codes that say nothing of
/// the class and
/// are named one by one stay in the list.
/// </summary>
internal static class ClassTest
{
    public static FixCandidate? Plan(ReplyFixContext context) => NoEffect.Of(context) ? null
        : context.Finding.Kind is MatchKind.Handler or MatchKind.Predicate ? null
        : OfFinding(context) ?? ClassOfOthers.Plan(context);

    private static FixCandidate? OfFinding(ReplyFixContext context)
    {
        if (context.RightClass is not { } right)
            return null;
        var list = ListOfCodes.Of(context);
        var tests = new CodeTests(context, list is null ? null : list.ElementsOf);
        var condition = new CodeCondition(context, right, tests);
        var (edits, cases) = (new Edits(), new ClassOfCases(context, right, condition, tests));
        var root = list is not null ? LookUps(context, list, condition, edits)
            : context.Node.FirstAncestorOrSelf<SwitchLabelSyntax>() is { } label ? cases.OfLabel(label)
            : WrongCode(context) is { } code && Test(context.Node, condition, code, edits) ? edits.ApplyTo(context.Root)
            : Arm(context) is { } arm ? cases.OfArm(arm)
            : null;
        return Candidate(context, condition, Evidence(context), root, context.Id == DiagnosticIds.RetryListIncomplete
            ? "Retry all 4xx replies" : Title(right, condition.Kept), edits);
    }

    /// <summary>
    /// One test divides what is retried and what is given up, and the codes are on the wrong side: the class of the other side is
    /// tested for, so that what
    /// is of neither class stays.
    /// </summary>
    public static FixCandidate? OfBothSides(ReplyFixContext context)
    {
        if ((!IsBound(context.Finding.Kind) && context.Finding.Kind != MatchKind.Otherwise) || OtherClass(context) is not { } right
            || context.Finding.Codes.First is not { } code || NoEffect.Of(context))
        {
            return null;
        }

        var (edits, condition) = (new Edits(), new CodeCondition(context, right, new CodeTests(context)));
        var title = Title(right, ReplyCodeSet.Empty);
        return Test(context.Node, condition, code, edits, opposite: true)
            ? Candidate(context, condition, Evidence(context), edits.ApplyTo(context.Root), title, edits)
            : null;
    }

    /// <summary>The classes are taken for those of HTTP, each in a condition of its own: both are turned round.</summary>
    public static FixCandidate? OfBothConditions(ReplyFixContext context)
    {
        if (OtherClass(context) is null || !IsBound(context.Finding.Kind) || NoEffect.Of(context))
            return null;
        var (edits, conditions) = (new Edits(), new List<CodeCondition>());
        foreach (var other in context.Reading.Findings)
        {
            if (OtherClass(other.Id) is null || FindingProperties.Read(other.Properties) is not { Codes.First: { } code } finding
                || !IsBound(finding.Kind))
                continue;
            var right = finding.Outcome == Outcome.Retry ? ReplyClass.TransientNegative : ReplyClass.PermanentNegative;
            var condition = new CodeCondition(context, right, new CodeTests(context));
            if (!Test(context.Root.FindNode(other.Location.SourceSpan, getInnermostNodeForTie: true), condition, code, edits))
                return null;
            conditions.Add(condition);
        }

        return conditions.Count == 2 && conditions.All(static condition => condition.Kept.IsEmpty)
            ? Candidate(context, conditions[0], Evidence(context), edits.ApplyTo(context.Root),
                "Retry only 4xx, treat only 5xx as permanent", edits)
            : null;
    }

    private static bool IsBound(MatchKind kind) => kind is MatchKind.LowerBound or MatchKind.UpperBound or MatchKind.Group;

    /// <summary>Whether more is wrong around the finding than its own codes: the rest of the class comes to the opposite.</summary>
    public static bool FixesMore(ReplyFixContext context) => OtherClass(context) is not null && context.Reading.Findings.Any(finding =>
        finding.Id != context.Id && OtherClass(finding.Id) is not null
            && FindingProperties.Read(finding.Properties)?.Kind == MatchKind.Otherwise);

    /// <summary>The class whose codes come to the wrong outcome; null where the finding is of no such rule.</summary>
    public static ReplyClass? OtherClass(ReplyFixContext context) => OtherClass(context.Id);

    private static ReplyClass? OtherClass(string id) => id switch
    {
        DiagnosticIds.TransientReplyGivenUp => ReplyClass.TransientNegative,
        DiagnosticIds.PermanentReplyRetried => ReplyClass.PermanentNegative,
        _ => null,
    };

    /// <summary>The fix that makes <paramref name="root"/> of the file; null where codes would get a reason that is not theirs.</summary>
    public static FixCandidate? Candidate(
        ReplyFixContext context, CodeCondition condition, IEnumerable<SyntaxNode> evidence, SyntaxNode? root, string title, Edits edits) =>
        root is null || condition.MovesNeutral || (!condition.Gained.IsEmpty && evidence.Any(AboutOneThing.IsSaidAt)) ? null
            : new FixCandidate(FixKind.ClassTest, title, root) { NeverRuns = edits.Dropped };

    /// <summary>Where the wrong outcome is said.</summary>
    public static IEnumerable<SyntaxNode> Evidence(ReplyFixContext context) => context.Diagnostic.AdditionalLocations
        .Where(location => location.SourceTree?.FilePath == context.Root.SyntaxTree.FilePath
            && context.Root.FullSpan.Contains(location.SourceSpan))
        .Select(location => context.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true));

    /// <summary>Some things as a title names them: a, b and c.</summary>
    public static string InWords(IEnumerable<string> things) => things.ToList() is { Count: > 1 } several
        ? $"{string.Join(", ", several.Take(several.Count - 1))} and {several[several.Count - 1]}"
        : string.Concat(things);

    private static string Title(ReplyClass right, ReplyCodeSet kept)
    {
        var others = kept.Codes.Take(3).Select(static code => code == -1 ? MailSymbols.GeneralFailure : $"{code}");
        return right switch
        {
            ReplyClass.TransientNegative => $"Retry only {InWords(others.Prepend("4xx replies"))}",
            ReplyClass.PermanentNegative => $"Treat only {InWords(others.Prepend("5xx"))} as permanent",
            _ => "Treat only 2xx as delivered",
        };
    }

    // The smallest condition around a node that is a test of one code.
    private static bool Test(SyntaxNode node, CodeCondition condition, int code, Edits edits, bool opposite = false) =>
        node.AncestorsAndSelf()
        .TakeWhile(static one =>
            one is not (StatementSyntax or AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or SwitchLabelSyntax
            or ConditionalExpressionSyntax or ArrowExpressionClauseSyntax or CatchFilterClauseSyntax))
        .OfType<ExpressionSyntax>()
        .Any(test => condition.Replace(test, code, edits, opposite));

    private static SwitchExpressionArmSyntax? Arm(ReplyFixContext context) =>
        context.Finding.Kind == MatchKind.Otherwise ? null
            : context.Node.FirstAncestorOrSelf<SwitchExpressionArmSyntax>(arm => arm.Pattern.Span.Contains(context.Node.Span));

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
