using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1007: a test of a reply code that no code can pass where it stands.</summary>
internal sealed class TestNeverTrue : TestRule
{
    private static readonly ReplyCodeSet Real = ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    public override DiagnosticDescriptor Descriptor => Descriptors.TestNeverTrue;

    public override object[] Arguments(Finding finding) => [finding.Subject, finding.Codes.Sole is null ? "are" : "is", finding.Detail];

    public override IEnumerable<Finding> Find(Handling handling, IReadOnlyCollection<Finding> reported)
    {
        var tests = handling.TestsInPlace().Where(test => test.Asked.Overlaps(Real)).ToList();
        var dead = new Dictionary<SyntaxNode, (TestInPlace Test, string Why, LeafKind Kind)>();
        var idleClients = new HashSet<SyntaxNode>();
        foreach (var test in tests)
        {
            if (IsTwice(test, tests))
                continue;
            if (test.Possible.First is null)
                dead[test.Syntax] = (test, WhyTaken(test), LeafKind.Named);
            else if (test.Possible.IsSubsetOf(Real) && handling.Attempt(test) is { } attempt && attempt.WhyNever(test.Possible, handling) is { } why
                && (!attempt.OnlyAuthenticates || idleClients.Add(attempt.Handler)))
                dead[test.Syntax] = (test, why, LeafKind.Handler);
        }

        foreach (var (test, why, kind) in dead.Values)
        {
            // A whole condition is reported once.
            var whole = Whole(test.Syntax, dead.Keys);
            if (whole != test.Syntax && !IsFirst(test.Syntax, whole, dead.Keys))
                continue;
            if (reported.Any(finding => finding.Location.SourceTree == whole.SyntaxTree && finding.Location.SourceSpan.IntersectsWith(whole.Span)))
                continue;
            var codes = dead.Where(one => whole.Span.Contains(one.Key.Span)).Aggregate(ReplyCodeSet.Empty, static (all, one) => all | (one.Value.Test.Asked & Real));
            yield return new Finding(this, whole.GetLocation(), kind, codes, null, handling, why);
        }
    }

    // The compiler speaks of a label that is there twice.
    private static bool IsTwice(TestInPlace test, IEnumerable<TestInPlace> tests) => test.Syntax is SwitchLabelSyntax && tests.Any(other =>
        other.Syntax.SpanStart < test.Syntax.SpanStart && other.Asked.Equals(test.Asked) && other.Syntax.Parent?.Parent == test.Syntax.Parent?.Parent);

    private static string WhyTaken(TestInPlace test) => test.Coming.Sole == -1
        ? "the code of SmtpFailedRecipientsException itself is always GeneralFailure; look at its InnerExceptions"
        : "what stands before has taken or excluded such replies; remove the test, or test for what was meant";

    private static SyntaxNode Whole(SyntaxNode test, ICollection<SyntaxNode> dead)
    {
        while (test.Parent is { } parent && IsAlternative(parent) && Alternatives(parent).All(dead.Contains))
            test = parent;
        return test;
    }

    private static bool IsFirst(SyntaxNode test, SyntaxNode whole, IEnumerable<SyntaxNode> dead) =>
        dead.Where(one => whole.Span.Contains(one.Span)).All(one => one.SpanStart >= test.SpanStart);

    private static bool IsAlternative(SyntaxNode node) => node.Kind() is SyntaxKind.LogicalOrExpression or SyntaxKind.OrPattern
        or SyntaxKind.ParenthesizedExpression or SyntaxKind.ParenthesizedPattern;

    private static IEnumerable<SyntaxNode> Alternatives(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => Alternatives(or.Left).Concat(Alternatives(or.Right)),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or => Alternatives(or.Left).Concat(Alternatives(or.Right)),
        ParenthesizedExpressionSyntax parenthesized => Alternatives(parenthesized.Expression),
        ParenthesizedPatternSyntax parenthesized => Alternatives(parenthesized.Pattern),
        _ => [node],
    };
}
