using Microsoft.CodeAnalysis;

namespace SmtpAnalyzers.Rules.Delivery;

/// <summary>A rule on what a program does after a send that failed. It decides; <see cref="Deliveries"/> finds the sends.</summary>
internal abstract class DeliveryRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<Diagnostic> Findings(Deliveries deliveries);
}
