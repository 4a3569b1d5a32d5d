using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>
/// Words that speak of an outcome wherever they stand in a name, in one kind of code only: elsewhere they would mislead.
/// <see cref="Vocabulary.Has"/> reads them together with the words that the options add for the outcome, or take out.
/// </summary>
/// <param name="outcome">The outcome.</param>
/// <param name="phrases">The words and phrases.</param>
internal sealed class WordList(Outcome outcome, params string[] phrases)
{
    /// <summary>In a client that is written by hand: the message, or a command of it, was not accepted.</summary>
    public static readonly WordList Failed =
        new(Outcome.Failure, "fail", "failure", "error", "not sent", "unsent", "refused", "reject", "rejection");

    /// <summary>There, in the name of a list: the recipients in it get nothing more.</summary>
    public static readonly WordList Refused = new(Outcome.GiveUp, "invalid", "bad", "bounce");

    /// <summary>
    /// In code that is given a delivery report: the caller knows that the mail has failed. That code may give the recipient up is no word
    /// on what it knows.
    /// </summary>
    public static readonly WordList ToldOfFailure =
        new(Outcome.Failure, "fail", "failure", "hard", "permanent", "permanently", "fatal");

    private readonly TermTable _table = TermTable.OfNames(
        phrases.Select(phrase => new Term(WordSplitter.OfPhrase(phrase), outcome)).ToImmutableArray());

    public Outcome Outcome => outcome;

    /// <summary>The longest of the phrases that stands at <paramref name="start"/>, as its words; null where none does.</summary>
    public ImmutableArray<string>? Match(ImmutableArray<string> words, int start) => _table.Match(words, start)?.Words;
}
