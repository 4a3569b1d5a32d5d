using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>Where to report a code that nobody named: on the default, the else, the filter or the handler that it falls to.</summary>
internal static class OtherwiseLocation
{
    public static Location Of(ConditionAtom atom, OutcomeSite outcome)
    {
        var site = atom.Site;
        if (site is CatchClauseSyntax all)
            return Of(all);
        foreach (var node in outcome.Syntax.AncestorsAndSelf())
        {
            switch (node)
            {
                case SwitchSectionSyntax section when section.Labels.OfType<DefaultSwitchLabelSyntax>().FirstOrDefault() is { } label:
                    return label.GetLocation();
                case SwitchExpressionArmSyntax { Pattern: DiscardPatternSyntax discard }:
                    return discard.GetLocation();
                case ElseClauseSyntax { Parent: IfStatementSyntax branch } otherwise when branch.Condition.Span.Contains(site.Span):
                    return otherwise.ElseKeyword.GetLocation();
                case IfStatementSyntax branch when branch.Condition.Span.Contains(site.Span):
                    return site.GetLocation();
                case CatchClauseSyntax { Filter: { } filter } when filter.Span.Contains(site.Span):
                    return filter.GetLocation();
                case CatchClauseSyntax handler when !handler.Span.Contains(site.Span):
                    return Of(handler);
            }
        }

        // A send that a loop leads back to stands before the decision.
        return outcome.IsFlag || outcome.Syntax.SpanStart < site.SpanStart ? site.GetLocation() : outcome.Syntax.GetLocation();
    }

    private static Location Of(CatchClauseSyntax handler) => handler.Declaration?.GetLocation() ?? handler.CatchKeyword.GetLocation();
}
