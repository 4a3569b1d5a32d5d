using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpAnalyzers.Benchmarks;

/// <summary>A project and the analyzers that our own are compared with, and added to.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="SmtpFiles">How many files of the project handle SMTP replies.</param>
/// <param name="BesideNeighbor">Whether another analyzer already makes the compiler build operations.</param>
/// <param name="Limit">The share of allocations that ours may add, in percent; none where they have work to do.</param>
public sealed record Scenario(string Name, int SmtpFiles, bool BesideNeighbor, double? Limit)
{
    public static readonly Scenario[] All =
    [
        new("no SMTP, alone", 0, BesideNeighbor: false, Limit: 0.1),
        new("no SMTP, beside another", 0, BesideNeighbor: true, Limit: 0.1),
        new("100 SMTP files, alone", 100, BesideNeighbor: false, Limit: null),
        new("100 SMTP files, beside another", 100, BesideNeighbor: true, Limit: null),
    ];

    public DiagnosticAnalyzer[] Without() => [BesideNeighbor ? Analyzers.Neighbor() : Analyzers.Empty()];

    public DiagnosticAnalyzer[] With() => [.. Without(), .. Analyzers.Ours()];

    public override string ToString() => Name;
}
