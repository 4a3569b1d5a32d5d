using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1007: a test of a reply code that no code can pass where it stands.</summary>
internal sealed class TestNeverTrue : ConditionRule
{
    private static readonly ReplyCodeSet Real = ReplyCodeSet.Range(ReplyCodes.Lowest, ReplyCodes.Highest);

    public override DiagnosticDescriptor Descriptor => Descriptors.TestNeverTrue;

    public override object[] Arguments(Finding finding) => [finding.Subject, finding.Detail];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported)
    {
        var dead = new Dictionary<SyntaxNode, (PlacedCondition Test, string Why, MatchKind Kind)>();
        var idleClients = new HashSet<SyntaxNode>();
        var seen = new HashSet<(SyntaxNode Switch, ReplyCodeSet Asked)>();
        foreach (var test in analysis.PlacedConditions())
        {
            if (!test.Asked.Overlaps(Real))
                continue;
            // The compiler speaks of a label that is there twice.
            if (test.Syntax is SwitchLabelSyntax { Parent.Parent: { } labels } && !seen.Add((labels, test.Asked)))
                continue;
            if (test.Possible.First is null)
                dead[test.Syntax] = (test, WhyTaken(test), MatchKind.Named);
            else if (test.Possible.IsSubsetOf(Real)
                && MayNeverArrive(test)
                && analysis.Attempt(test) is { } attempt
                && attempt.WhyNever(test.Possible, analysis) is { } why
                && (!attempt.OnlyAuthenticates || idleClients.Add(attempt.Handler)))
            {
                dead[test.Syntax] = (test, why, MatchKind.Handler);
            }
        }

        if (dead.Count == 0)
            yield break;
        // A whole condition is reported once, and so are the labels of one section, and of one switch those that its handler never gets.
        var conditions = new DeadAlternatives(dead.Keys);
        foreach (var whole in dead.Values.OrderBy(static one => one.Test.Syntax.SpanStart).GroupBy(one =>
            conditions.Around(one.Test.Syntax) switch
            {
                SwitchLabelSyntax { Parent: { } section } => one.Kind == MatchKind.Handler ? section.Parent! : section,
                var around => around,
            }))
        {
            var (test, why, kind) = whole.ElementAt(0);
            var place = whole.Key is SwitchSectionSyntax or SwitchStatementSyntax ? test.Syntax : whole.Key;
            if (reported.Any(finding =>
                finding.Location.SourceTree == place.SyntaxTree && finding.Location.SourceSpan.IntersectsWith(place.Span)))
            {
                continue;
            }

            var codes = whole.Aggregate(ReplyCodeSet.Empty, static (all, one) => all | (one.Test.Asked & Real));
            yield return new Finding(this, place.GetLocation(), kind, codes, null, analysis, why);
        }
    }

    // Every other refusal may be thrown where something is sent: what the try calls need not be worked out.
    private static bool MayNeverArrive(PlacedCondition test) => test.Possible.Sole == 530 || test.Possible.IsSubsetOf(ReplyCodeSet.Positive)
        || !test.Syntax.Ancestors().OfType<TryStatementSyntax>().Any(static attempt => attempt.Block.DescendantTokens().Any(static token =>
            token.ValueText is "Send" or "SendAsync"));

    private static string WhyTaken(PlacedCondition test) => test.Coming.Sole == -1
        ? "SmtpFailedRecipientsException itself always has GeneralFailure. Check its InnerExceptions."
        : "an earlier check takes or excludes these codes. Remove it, or check for the code you meant.";
}
