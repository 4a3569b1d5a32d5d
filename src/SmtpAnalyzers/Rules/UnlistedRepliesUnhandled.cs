using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP1008: a switch decides by names what becomes of the mail, and does not tell 4yz from 5yz among the codes that it does not list.</summary>
internal sealed class UnlistedRepliesUnhandled : TestRule
{
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(421, 450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.UnlistedRepliesUnhandled;

    public override object[] Arguments(Finding finding) => [finding.Detail];

    public override IEnumerable<Finding> Find(Handling handling, IReadOnlyCollection<Finding> reported)
    {
        var (transient, permanent) = (handling.Classes.Transient, handling.Classes.Permanent);
        foreach (var one in handling.Switches())
        {
            var unlisted = handling.Alike.FirstOrDefault(codes => codes.Overlaps(one.Coming & transient) && codes.Overlaps(one.Coming & permanent));
            if (unlisted is null || !IsOfNames(one, handling) || !Decides(one, handling) || ListsTheFour(one, handling)
                || IsReported(one.Syntax, reported) || Rethrows(one.Syntax) || handling.HandsOn(unlisted, one.First)
                || handling.DoesUnknown(unlisted, one))
            {
                continue;
            }

            var codes = unlisted & (transient | permanent);
            yield return new Finding(this, Keyword(one.Syntax).GetLocation(), LeafKind.Otherwise, codes, null, handling, Fate(one, unlisted, handling));
        }
    }

    // Two refusals by name at least.
    private static bool IsOfNames(ReplySwitch one, Handling handling) =>
        !one.Named.Overlaps(handling.Unnamed) && (one.Named & (handling.Classes.Transient | handling.Classes.Permanent)).Codes.Take(2).Count() == 2;

    // A predicate asks about one class, and says no to all others.
    private static bool Decides(ReplySwitch one, Handling handling) => handling.Evidence.Any(evidence =>
        evidence.Outcome is Outcome.Retry or Outcome.GiveUp && evidence.Codes.Overlaps(one.Named)
        && one.Syntax.Span.Contains(evidence.Syntax.Span) && evidence.What.IndexOf(" returns ", StringComparison.Ordinal) < 0);

    private static bool ListsTheFour(ReplySwitch one, Handling handling) => Common.IsSubsetOf(one.Named & handling.CodesOf(Outcome.Retry));

    // What another rule says of the same switch mends this, too.
    private static bool IsReported(SyntaxNode one, IEnumerable<Finding> reported) => reported.Any(finding =>
        finding.Rule is TransientReplyGivenUp or PermanentReplyRetried or NegativeReplySucceeds or RetryListIncomplete
        && (one.Span.IntersectsWith(finding.Location.SourceSpan) || (finding.Evidence is { } evidence && one.Span.Contains(evidence.Syntax.Span))));

    private static bool Rethrows(SyntaxNode one) => one.DescendantNodes().OfType<SwitchSectionSyntax>()
        .Any(static section => section.Labels.OfType<DefaultSwitchLabelSyntax>().Any() && section.DescendantNodes().OfType<ThrowStatementSyntax>().Any(static thrown =>
            thrown.Expression is null or IdentifierNameSyntax));

    private static string Fate(ReplySwitch one, ReplyCodeSet unlisted, Handling handling) => handling.Evidence
        .Where(evidence => one.Syntax.Span.Contains(evidence.Syntax.Span) && unlisted.IsSubsetOf(evidence.Codes))
        .Select(static evidence => $"come to the same ({evidence.What})")
        .FirstOrDefault() ?? "are not told apart";

    private static SyntaxToken Keyword(SyntaxNode one) => one switch
    {
        SwitchStatementSyntax statement => statement.SwitchKeyword,
        SwitchExpressionSyntax expression => expression.SwitchKeyword,
        _ => one.GetFirstToken(),
    };
}
