using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Language;
using SmtpAnalyzers.Replies;

namespace SmtpAnalyzers.Outcomes;

/// <summary>One place in a body that says what becomes of the mail.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Codes">The reply codes for which it surely says so when control gets there.</param>
/// <param name="Syntax">What the user sees of it.</param>
/// <param name="What">The same in words for a message: "'IsPermanent' returns true".</param>
internal sealed record Evidence(Outcome Outcome, OutcomePlace Place, ReplyCodeSet Codes, SyntaxNode Syntax, string What)
{
    /// <summary>The reply codes for which a flag that is named for the class of codes to retry surely is false: they are given up.</summary>
    public ReplyCodeSet Denied { get; init; } = ReplyCodeSet.Empty;

    /// <summary>Whether the outcome is that of a flag's value.</summary>
    public bool IsFlag => Place.Flag is not null;
}
