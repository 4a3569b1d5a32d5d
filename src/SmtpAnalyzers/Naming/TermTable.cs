using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>Finds the longest term that begins at a word.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, ImmutableArray<Term>> _byFirstWord;
    private readonly Dictionary<string, string> _basicForms = [];

    private TermTable(IEnumerable<Term> terms) =>
        _byFirstWord = terms.GroupBy(term => term.Words[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(term => term.Words.Length).ToImmutableArray());

    /// <summary>A table that takes words exactly as they are written.</summary>
    public static TermTable OfText(IEnumerable<Term> terms) => new(terms);

    /// <summary>A table that takes words in all their forms, and phrases also as one word: Deadletter, RateLimited.</summary>
    public static TermTable OfNames(ImmutableArray<Term> terms)
    {
        var phrases = terms.Where(term => term.Words.Length > 1);
        var all = terms.AddRange(phrases.Select(term => term with { Words = ImmutableArray.Create(string.Concat(term.Words)) }));
        var table = new TermTable(all);
        // A form that is listed as a word of its own ("retries", a count) is not taken for a form of another.
        var words = all.SelectMany(term => term.Words).Distinct().ToList();
        foreach (var word in words)
            table._basicForms.Add(word, word);
        foreach (var word in words)
        {
            foreach (var form in WordSplitter.Forms(word).Where(form => !table._basicForms.ContainsKey(form)))
                table._basicForms.Add(form, word);
        }

        return table;
    }

    /// <summary>The term's word that <paramref name="word"/> is a form of, or the word itself.</summary>
    public string BasicForm(string word) => _basicForms.TryGetValue(word, out var basic) ? basic : word;

    /// <summary>The longest term whose words stand at <paramref name="start"/>, or null.</summary>
    public Term? Match(ImmutableArray<string> words, int start)
    {
        if (!_byFirstWord.TryGetValue(BasicForm(words[start]), out var candidates))
            return null;
        foreach (var term in candidates)
        {
            if (IsAt(words, start, term))
                return term;
        }

        return null;
    }

    private bool IsAt(ImmutableArray<string> words, int start, Term term)
    {
        if (term.Position.HasFlag(Position.Whole)
            ? start != 0 || words.Length != term.Words.Length
            : words.Length - start < term.Words.Length)
        {
            return false;
        }

        // The first word is the one by which the term was found.
        for (var i = 1; i < term.Words.Length; i++)
        {
            if (BasicForm(words[start + i]) != term.Words[i])
                return false;
        }

        return true;
    }
}
