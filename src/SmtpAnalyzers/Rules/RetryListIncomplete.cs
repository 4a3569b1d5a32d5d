using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Outcomes;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1006: two or three of the four common transient codes are retried by name, or one by a predicate, and the others are given up.
/// </summary>
internal sealed class RetryListIncomplete : TestRule
{
    private static readonly ReplyCodeSet Common = ReplyCodeSet.Of(421, 450, 451, 452);

    public override DiagnosticDescriptor Descriptor => Descriptors.RetryListIncomplete;

    public override object[] Arguments(Finding finding) => [finding.Subject, finding.Codes.Sole is null ? "are" : "is", finding.Evidence?.What ?? ""];

    public override IEnumerable<Finding> Find(Handling handling, IReadOnlyCollection<Finding> reported)
    {
        var common = Common & handling.Classes.Transient;
        var evidences = handling.Evidence.Where(static evidence => evidence.Outcome == Outcome.Retry && !IsWhateverTheCode(evidence)).ToList();
        var retried = evidences.Aggregate(ReplyCodeSet.Empty, static (union, evidence) => union | evidence.Codes) & handling.Classes.Transient;
        if ((retried & common).Codes.Count() < (IsPredicate(handling) && reported.Count == 0 ? 1 : 2) || common.IsSubsetOf(retried) || retried.Overlaps(handling.Unnamed))
            yield break;
        var culprits = new List<(Culprit Culprit, Evidence Evidence)>();
        foreach (var evidence in evidences)
        {
            foreach (var code in (evidence.Codes & common).Codes)
            {
                if (handling.Blame(evidence, code, preferLowerBound: true) is { Leaf.Kind: LeafKind.Named or LeafKind.Element } culprit)
                    culprits.Add((culprit, evidence));
            }
        }

        if (culprits.Count == 0)
            yield break;
        // Where the decision begins, the others must have no other way than to be given up.
        var first = culprits.OrderBy(static one => (one.Culprit.Block.Ordinal, one.Culprit.Step)).First();
        var missing = ReplyCodeSet.Of((common - retried).Codes.Where(code => !IsReported(reported, code) && handling.IsGivenUp(code, first.Culprit)).ToArray());
        if (!missing.IsEmpty)
        {
            var list = ListLocation.Of(culprits.Select(static one => one.Culprit.Leaf.Syntax));
            yield return new Finding(this, list, first.Culprit.Leaf.Kind, missing, first.Evidence, handling);
        }
    }

    // What says of the reply that it is transient answers for the whole class; what says that it should be retried may be about one case.
    private static bool IsPredicate(Handling handling) =>
        handling.Body.Method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ReturnType.SpecialType: SpecialType.System_Boolean } method
        && method.Name.StartsWith("Is", StringComparison.Ordinal)
        && handling.Body.Options.Vocabulary.PredicateClass(method.Name) == ReplyClass.TransientNegative;

    // Another reason to retry, before any look at the code, is no entry of the list.
    private static bool IsWhateverTheCode(Evidence evidence) => (ReplyCodeSet.Transient | ReplyCodeSet.Permanent).IsSubsetOf(evidence.Codes);

    // Given up by its name, or mistaken for another that is on the list instead.
    private static bool IsReported(IEnumerable<Finding> reported, int code) => reported.Any(finding => finding.Rule switch
    {
        TransientReplyGivenUp => finding.Codes.Contains(code),
        PermanentReplyRetried => (finding.Codes.Sole, code) is (554, 451),
        PositiveReplyFails => (finding.Codes.Sole, code) is (221, 421),
        _ => false,
    });
}
