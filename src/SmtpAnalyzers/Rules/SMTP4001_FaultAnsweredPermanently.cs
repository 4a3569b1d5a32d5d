using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>SMTP4001: a server answers 5yz for a fault of its own that will be gone later.</summary>
internal sealed class FaultAnsweredPermanently : Rule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.FaultAnsweredPermanently;

    public override IEnumerable<Diagnostic> Findings(MailFile file) =>
        from fault in new ServerFaults(file).All()
        select Diagnostic.Create(Descriptor, fault.Location, fault.Answers[0].Code);
}
