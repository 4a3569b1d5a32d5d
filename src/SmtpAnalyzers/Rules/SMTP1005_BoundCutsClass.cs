using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>
/// SMTP1005: a bound that splits the 4yz or the 5yz class, so that a part of the class comes to another outcome than the rest.
/// </summary>
internal sealed class BoundCutsClass : ConditionRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.BoundCutsClass;

    public override object[] Arguments(Finding finding) => [finding.Detail, finding.OutcomeSite?.Phrase ?? ""];

    public override IEnumerable<Finding> Find(ReplyCodeAnalysis analysis, IReadOnlyCollection<Finding> reported) =>
        from cut in new ClassCuts(analysis).All()
        let what = $"{cut.Codes} {(cut.Codes.Sole is null ? "are" : "is")} {(cut.IsIncluded ? "included" : "left out")}"
        select new Finding(
            this, cut.Bound.Syntax.GetLocation(), cut.Bound.Kind, cut.Codes, cut.Site, analysis,
            $"'{OnOneLine(cut.Bound.Site)}' splits the {(int)cut.Class}xx class: {what}");

    private static string OnOneLine(SyntaxNode code) =>
        string.Join(" ", code.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
