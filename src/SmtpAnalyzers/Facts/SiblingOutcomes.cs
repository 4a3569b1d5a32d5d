using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Reads an outcome in the light of its siblings: where another branch says of the same thing that it is retried, "failed" says that it is
/// not. A record that is failed and then put off, or put off and then failed, is what was written last.
/// </summary>
internal sealed class SiblingOutcomes(Explanations conditions)
{
    public ImmutableArray<OutcomeSite> Settle(ImmutableArray<OutcomeSite> found)
    {
        if (!found.Any(static site => site is { Outcome: Outcome.Retry, Subject: not null })
            || !found.Any(static site => site is { Outcome: Outcome.Failure, Subject: not null }))
        {
            return found;
        }

        var sites = found.ToList();
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites[i] is { Outcome: Outcome.Failure, Subject: not null })
                Settle(sites, i);
        }

        return sites.Where(static site => !site.Codes.IsEmpty).ToImmutableArray();
    }

    private void Settle(List<OutcomeSite> sites, int i)
    {
        var (failure, isFinal, hasSibling) = (sites[i], true, false);
        for (var j = 0; j < sites.Count; j++)
        {
            var retry = sites[j];
            if (retry.Outcome != Outcome.Retry || retry.Codes.IsEmpty || !IsOfSame(retry.Subject, failure.Subject))
                continue;
            hasSibling = true;
            if (Follows(failure.Point, retry.Point))
            {
                // Only some of those that were put off fail afterwards.
                if (failure.Codes.IsSubsetOf(retry.Codes) && !failure.Codes.Equals(retry.Codes))
                    sites[j] = retry with { Codes = retry.Codes - failure.Codes };
                else if (retry.Point.Block != failure.Point.Block && !IsCounted(failure.Point.Block))
                    sites[j] = retry with { Codes = retry.Codes - failure.Codes };
                else
                    isFinal = false;
            }
            else if (Follows(retry.Point, failure.Point))
            {
                isFinal &= retry.Codes.IsSubsetOf(failure.Codes) && !retry.Codes.Equals(failure.Codes);
                failure = failure with { Codes = isFinal ? failure.Codes - retry.Codes : failure.Codes };
            }
        }

        sites[i] = hasSibling && isFinal ? failure with { Outcome = Outcome.GiveUp } : sites[i];
    }

    // The record, or the enum of its status.
    private static bool IsOfSame(ISymbol? one, ISymbol? other) => one is not null && other is not null
        && (SymbolEqualityComparer.Default.Equals(one, other) || Has(one, other) || Has(other, one));

    private static bool Has(ISymbol record, ISymbol type) => record is INamedTypeSymbol { TypeKind: not TypeKind.Enum } named
        && type is INamedTypeSymbol { TypeKind: TypeKind.Enum }
        && named.GetMembers().OfType<IPropertySymbol>().Any(property =>
            property.Type is { } own && SymbolEqualityComparer.Default.Equals(MailSymbols.Underlying(own), type));

    private bool IsCounted(BasicBlock block) => block.Predecessors.Any(way =>
        way.Source.ConditionKind != ControlFlowConditionKind.None && way.Source.BranchValue is { } test && conditions.Counts(test));

    // In the same round of a loop: what leads backwards begins the next.
    private static bool Follows(OutcomePoint later, OutcomePoint earlier) => later.Block == earlier.Block
        ? later.Step >= earlier.Step
        : later.Block.Ordinal > earlier.Block.Ordinal && Reachability.LeadsOnTo(earlier.Block, later.Block);
}
