using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Conditions;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// The codes that a body retries because it asks for them, as if they stood in one list. A handler of another exception, or another reason
/// to retry, asks nothing of the code and is no part of it.
/// </summary>
internal sealed class RetryList(ReplyCodeAnalysis analysis)
{
    private readonly List<OutcomeSite> _sites = analysis.OutcomeSites
        .Where(static site => site.Outcome == Outcome.Retry && !site.IsWhateverTheCode).ToList();

    private ReplyCodeSet? _codes;

    /// <summary>All codes that are retried, by a name or in a range.</summary>
    public ReplyCodeSet Codes =>
        _codes ??= _sites.Aggregate(ReplyCodeSet.Empty, static (union, site) => union | site.Codes);

    /// <summary>The transient ones.</summary>
    public ReplyCodeSet Transient => Codes & analysis.Classes.Transient;

    /// <summary>How many of the codes that a complete list retries are retried.</summary>
    public int Length => (Transient & Complete).Codes.Count();

    /// <summary>The codes of a complete list that are not retried.</summary>
    public ReplyCodeSet Missing => Complete - Transient;

    private ReplyCodeSet Complete => ReplyCodes.CommonTransient & analysis.Classes.Transient;

    /// <summary>
    /// Whether the list is the answer of a predicate on the whole class: a name like IsTransient answers for the class, one like
    /// ShouldRetry may be about one case.
    /// </summary>
    public bool AnswersForClass =>
        analysis.Body.Method is
        {
            MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ReturnType.SpecialType: SpecialType.System_Boolean,
        } method
        && method.Name.StartsWith("Is", StringComparison.Ordinal)
        && analysis.Body.Options.Vocabulary.PredicateClass(method.Name) == ReplyClass.TransientNegative;

    /// <summary>Whether something is sent again before <paramref name="handler"/>, which asks nothing of what comes later.</summary>
    public bool BeginsBefore(SyntaxNode handler) => analysis.OutcomeSites.Any(site =>
        site.Outcome == Outcome.Retry && !site.Codes.IsEmpty && site.Syntax.SpanStart < handler.Span.End);

    /// <summary>The places that name a code of a complete list, with what becomes of it; the first to be asked comes first.</summary>
    public IReadOnlyList<(Cause Cause, OutcomeSite Site)> Entries() => (
        from site in _sites
        from code in (site.Codes & Complete).Codes
        let cause = analysis.FindCause(site, code, preferLowerBound: true)
        where cause is { Atom.Kind: MatchKind.Named or MatchKind.Element }
        orderby cause.Block.Ordinal, cause.Step
        select (cause, site)).ToList();

    /// <summary>
    /// Whether <paramref name="code"/> comes to <paramref name="first"/>, where the list begins, and is surely given up then.
    /// </summary>
    public bool GivesUp(int code, Cause first) =>
        analysis.Reach.Before(first.Block, first.Step).Codes.Contains(code) && analysis.IsGivenUp(code, first);
}
