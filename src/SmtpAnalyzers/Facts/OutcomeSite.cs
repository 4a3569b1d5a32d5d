using Microsoft.CodeAnalysis;
using SmtpAnalyzers.Flow;
using SmtpAnalyzers.Naming;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Facts;

/// <summary>One place in a body that says what becomes of the mail.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Point">Where it stands.</param>
/// <param name="Codes">The reply codes for which it surely says so when control gets there.</param>
/// <param name="Syntax">What the user sees of it.</param>
/// <param name="Phrase">The same in words for a message: "'IsPermanent' returns true".</param>
internal sealed record OutcomeSite(Outcome Outcome, OutcomePoint Point, ReplyCodeSet Codes, SyntaxNode Syntax, string Phrase)
{
    /// <summary>
    /// The reply codes for which a flag that is named for the class of codes to retry surely is false: they are given up.
    /// </summary>
    public ReplyCodeSet Denied { get; init; } = ReplyCodeSet.Empty;

    /// <summary>
    /// What it speaks of, among whose other outcomes it is to be read: the enum, the type of the record, of the factory; null where that
    /// makes no difference.
    /// </summary>
    public ISymbol? Subject { get; init; }

    /// <summary>Whether it is said in the function that is called there, which does not look at the reply.</summary>
    public bool IsOfHelper { get; init; }

    /// <summary>Whether every reply comes there: nothing has asked for the code.</summary>
    public bool IsWhateverTheCode => ReplyCodeSet.Refusals.IsSubsetOf(Codes);

    /// <summary>Whether the outcome is that of a flag's value.</summary>
    public bool IsFlag => Point.Flag is not null;
}
