using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Conditions;

/// <summary>How one atom of a condition lets a reply code through.</summary>
internal enum MatchKind
{
    /// <summary>It names the code: a constant compared with, a case label, an element of a pattern.</summary>
    Named,

    /// <summary>It names the code as an element of a list that is searched.</summary>
    Element,

    /// <summary>It names a class or group of codes: the 4 of <c>/ 100 == 4</c>, the 2 of <c>/ 100 != 2</c>.</summary>
    Group,

    /// <summary>It is the lower bound of a range.</summary>
    LowerBound,

    /// <summary>It is the upper bound of a range.</summary>
    UpperBound,

    /// <summary>It is a predicate of the user's, taken at its word.</summary>
    Predicate,

    /// <summary>It names other codes, or none: a default, an else, a not-equal.</summary>
    Otherwise,

    /// <summary>It is no test at all: a handler that takes every code its type admits.</summary>
    Handler,
}

/// <summary>An atom of a condition that a reply code passed.</summary>
/// <param name="Kind">How it let the code through.</param>
/// <param name="Syntax">The smallest syntax that did: the constant, the bound, the element.</param>
/// <param name="Site">Where the test stands in the body; the same but for an element of a list that is declared elsewhere.</param>
internal sealed record ConditionAtom(MatchKind Kind, SyntaxNode Syntax, SyntaxNode Site)
{
    /// <summary>For a comparison with a constant: what is compared with.</summary>
    public long? Constant { get; init; }

    /// <summary>For a comparison with a constant: all codes that it lets through in the same way.</summary>
    public ReplyCodeSet Codes { get; init; } = ReplyCodeSet.Empty;

    /// <summary>For a comparison with a constant: whether it lets the codes through by being false.</summary>
    public bool ByFailing { get; init; }

    public bool IsBound => Kind is MatchKind.LowerBound or MatchKind.UpperBound or MatchKind.Group;
}
