using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Naming;

namespace SmtpAnalyzers.CodeFixes.Refactorings;

/// <summary>One handler to write.</summary>
/// <param name="Caught">What it catches.</param>
/// <param name="Filter">Its condition; null where it catches all of that.</param>
/// <param name="Outcome">What becomes of the mail.</param>
/// <param name="ToDecide">The comment where the file has no such outcome.</param>
internal sealed record HandlerClause(ITypeSymbol Caught, Func<HandlerNames, string>? Filter, Outcome Outcome, string ToDecide)
{
    /// <summary>Further types that it names.</summary>
    public IReadOnlyList<ITypeSymbol> Others { get; init; } = [];

    /// <summary>Whether the client's connection is closed then, so that it sends nothing more.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>A comment that is needed even where the file has such an outcome.</summary>
    public string? Remark { get; init; }

    public IEnumerable<ITypeSymbol> Types => Others.Prepend(Caught);
}
