using System.Collections.Concurrent;
using System.Collections.Immutable;
using SmtpAnalyzers.Smtp;

namespace SmtpAnalyzers.Naming;

/// <summary>
/// Says what names and message text mean for the mail. Immutable; <see cref="With"/> makes the vocabulary of a project.
/// Where a name is unclear it says <see cref="Outcome.None"/>, since a wrong warning is worse than a missed one.
/// </summary>
internal sealed class Vocabulary
{
    public static readonly Vocabulary Default = new(EnglishTerms.All, EnglishTerms.Texts, ImmutableArray<Term>.Empty);

    private readonly ImmutableArray<Term> _terms, _texts, _takenOut;
    private readonly TermTable _names, _phrases;

    // By name; null where this vocabulary may outlive every name.
    private readonly ConcurrentDictionary<string, ReadName>? _known;

    private Vocabulary(ImmutableArray<Term> terms, ImmutableArray<Term> texts, ImmutableArray<Term> takenOut)
    {
        (_terms, _texts, _takenOut) = (terms, texts, takenOut);
        (_names, _phrases) = (TermTable.OfNames(terms), TermTable.OfText(texts));
    }

    private Vocabulary(Vocabulary same, ConcurrentDictionary<string, ReadName> known)
    {
        (_terms, _texts, _takenOut) = (same._terms, same._texts, same._takenOut);
        (_names, _phrases, _known) = (same._names, same._phrases, known);
    }

    // What is said of a name, whatever is asked.
    private sealed record ReadName(NameReading Says, bool IsQuestion, bool IsCounting);

    /// <summary>
    /// The same vocabulary, which reads each name once and remembers it: for one compilation, in which names come again in every file.
    /// </summary>
    public Vocabulary Remembering() => new(this, new ConcurrentDictionary<string, ReadName>());

    /// <summary>
    /// This vocabulary with further words for <paramref name="outcome"/>. Each is a word, a phrase ("park it") or a member's name
    /// ("ParkIt"), and takes the place of what it meant before; with a leading '-' it no longer means the outcome.
    /// </summary>
    public Vocabulary With(Outcome outcome, IEnumerable<string> words)
    {
        var (terms, texts, takenOut) = (_terms, _texts, _takenOut);
        foreach (var word in words)
        {
            var removes = word.TrimStart().StartsWith("-", StringComparison.Ordinal);
            var parts = WordSplitter.OfPhrase(word.Replace('-', ' ')).SelectMany(part => WordSplitter.OfName(part));
            var phrase = parts.Select(_names.BasicForm).ToImmutableArray();
            if (phrase.IsEmpty)
                continue;
            terms = terms.RemoveAll(term => (!removes || term.Says == outcome) && term.Words.SequenceEqual(phrase));
            texts = texts.RemoveAll(text => (!removes || text.Says == outcome) && text.Words.SequenceEqual(phrase));
            var term = new Term(phrase, outcome, Term.DenialOf(outcome), Position.Anywhere);
            if (removes)
                takenOut = takenOut.Add(term);
            else
                terms = terms.Add(term);
        }

        return new Vocabulary(terms, texts, takenOut);
    }

    /// <summary>
    /// Whether a word of <paramref name="list"/> stands anywhere in <paramref name="name"/>, or one that was added for its outcome. A word
    /// that was taken out, or was given another meaning, is none of the list.
    /// </summary>
    public bool Has(WordList list, string name)
    {
        var words = WordSplitter.OfName(name);
        for (var i = 0; i < words.Length; i++)
        {
            if (_names.Match(words, i) is { Position: Position.Anywhere } added)
            {
                if (added.Says == list.Outcome)
                    return true;
            }
            else if (list.Match(words, i) is { } phrase && !IsTakenOut(phrase, list.Outcome))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTakenOut(ImmutableArray<string> phrase, Outcome outcome) => !_takenOut.IsEmpty && _takenOut
        .Any(term => term.Says == outcome && term.Words.SequenceEqual(phrase.Select(_names.BasicForm)));

    /// <summary>The outcome that the name of an enum member, a method, an exception type or a property states.</summary>
    public Outcome OfName(string identifier) => WhenTrue(identifier);

    /// <summary>The outcome that is stated where a predicate or flag of this name is true.</summary>
    public Outcome WhenTrue(string name) => Read(name).Says.WhenTrue;

    /// <summary>The outcome that is stated where a predicate or flag of this name is false.</summary>
    public Outcome WhenFalse(string name) => Read(name).Says.WhenFalse;

    /// <summary>The outcome that message text states in whole phrases.</summary>
    public Outcome OfText(string literal)
    {
        var words = WordSplitter.OfText(literal);
        var site = new List<Outcome>();
        for (var i = 0; i < words.Length; i++)
        {
            if (_phrases.Match(words, i) is not { } phrase)
                continue;
            // "not a permanent failure", but "was not sent, giving up".
            var before = words.Take(i).Reverse().Take(2).TakeWhile(word => word != WordSplitter.Boundary);
            if (!before.Any(ContextWords.Negation.Contains))
                site.Add(phrase.Says);
            i += phrase.Words.Length - 1;
        }

        return NameReading.Combine(site);
    }

    /// <summary>
    /// The class of the reply codes for which a predicate of this name is true, taken at its word: IsTransient, ShouldRetry, IsHardBounce.
    /// Null where the name says less than a whole class.
    /// </summary>
    public ReplyClass? PredicateClass(string methodName)
    {
        if (Read(methodName) is not { IsQuestion: true, Says: { NamesClass: true } reading })
            return null;
        return reading.WhenTrue switch
        {
            Outcome.Retry => ReplyClass.TransientNegative,
            Outcome.GiveUp => ReplyClass.PermanentNegative,
            Outcome.Delivered => ReplyClass.PositiveCompletion,
            _ => null,
        };
    }

    /// <summary>
    /// Whether the name speaks of attempts, an age, a deadline or a capacity, which explain giving up on a transient reply.
    /// </summary>
    public bool IsCounting(string name) => Read(name).IsCounting;

    /// <summary>The same for the name of a bool, which says more often something else by these words.</summary>
    public static bool IsCountingFlag(string name) => WordSplitter.OfName(name) is var words
        && (words.Any(ContextWords.CountingInFlags.Contains) || (words.Contains("try") && words.Any(ContextWords.Ordinals.Contains)));

    /// <summary>Whether a method of this name returns true where the mail was sent: TrySend, TryDeliverAsync.</summary>
    public static bool IsTryingToSend(string method) =>
        WordSplitter.OfName(method) is ["try", "send" or "deliver", ..];

    private bool Counts(ImmutableArray<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_names.Match(words, i) is { Says: Outcome.Retry, Words.Length: > 1 } term)
                i += term.Words.Length - 1;
            else if (ContextWords.Counting.Contains(words[i]))
                return true;
            else if (i == words.Length - 1 && ContextWords.CountingAtTheEnd.Contains(words[i]))
                return true;
        }

        return false;
    }

    private ReadName Read(string name)
    {
        if (_known is null)
            return ReadAnew(name);
        if (!_known.TryGetValue(name, out var read))
            _known[name] = read = ReadAnew(name);
        return read;
    }

    private ReadName ReadAnew(string name)
    {
        var words = WordSplitter.OfName(name);
        var stated = words.Length > 1 && words[words.Length - 1] == "async" ? words.RemoveAt(words.Length - 1) : words;
        return new ReadName(NameReading.Of(stated, _names), words.Any(ContextWords.Question.Contains), Counts(words));
    }
}
