using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;
using SmtpAnalyzers.Symbols;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP3011: the recipients of a delivery report are given up, also those whose mail is only delayed or was delivered.</summary>
internal sealed class ReportActionIgnored : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.ReportActionIgnored;

    public override IReadOnlyList<string> SpeaksOf { get; } = [DeliveryReports.Groups];

    // What a reader does to the same recipient besides is the same mistake.
    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from reader in DeliveryReportReader.In(file)
        where !reader.LooksAtOutcome() && !reader.IsToldOutcome()
        let first = reader.GivenUp().FirstOrDefault()
        where first is not null
        select At(first.Syntax, first.Phrase);
}
