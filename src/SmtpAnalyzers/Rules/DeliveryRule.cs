using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Facts;

namespace SmtpAnalyzers.Rules;

/// <summary>A rule on what a program does after a send that failed. It decides; <see cref="SendSites"/> finds the sends.</summary>
internal abstract class DeliveryRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<Diagnostic> Findings(SendSites deliveries);
}
