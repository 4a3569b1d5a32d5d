using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1007: a test of a reply code that no code can pass where it stands.</summary>
internal sealed class TestNeverTrue : ConditionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.TestNeverTrue;

    public override object[] Arguments(Finding finding) => [finding.Subject, finding.Detail];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported) =>
        from dead in new UnreachableConditions(analysis).All()
        where !reported.Any(finding => finding.Location.SourceTree == dead.Syntax.SyntaxTree
            && finding.Location.SourceSpan.IntersectsWith(dead.Syntax.Span))
        select new Finding(
            this, dead.Syntax.GetLocation(), dead.WhyNever is null ? MatchKind.Named : MatchKind.Handler, dead.Codes, null, analysis,
            dead.WhyNever ?? WhyTaken(dead.First));

    private static string WhyTaken(PlacedCondition test) => test.Coming.Sole == ReplyCodes.NoReply
        ? "SmtpFailedRecipientsException itself always has GeneralFailure. Check its InnerExceptions."
        : "an earlier check takes or excludes these codes. Remove it, or check for the code you meant.";
}
