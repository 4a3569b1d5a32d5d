using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>Splits identifiers and message text into lower-case words, and knows the forms an English word takes.</summary>
internal static class WordSplitter
{
    /// <summary>Stands for a punctuation mark in the words of a text.</summary>
    public const string Boundary = ".";

    private static readonly char[] Space = [' '];

    /// <summary>The words of an identifier, told by case, underscores and digits: SMTPErrorCode is smtp, error, code.</summary>
    public static ImmutableArray<string> OfName(string identifier)
    {
        var count = 1;
        for (var i = 1; i < identifier.Length; i++)
            count += StartsWord(identifier, i) ? 1 : 0;
        var words = ImmutableArray.CreateBuilder<string>(count);
        var start = 0;
        for (var i = 1; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && !StartsWord(identifier, i))
                continue;
            Add(words, LowerCase(identifier.AsSpan(start, i - start).Trim("_@".AsSpan())));
            start = i;
        }

        // The second of two: ShouldRetry2.
        if (words.Count > 1 && words[words.Count - 1].All(char.IsDigit))
            words.RemoveAt(words.Count - 1);
        return words.Count == words.Capacity ? words.MoveToImmutable() : words.ToImmutable();
    }

    /// <summary>The words of a text without their apostrophes ("won't" is wont), with <see cref="Boundary"/> between clauses.</summary>
    public static ImmutableArray<string> OfText(string text)
    {
        return OfPhrase(string.Concat(text.Where(c => c is not ('\'' or '\u2019')).Select(Spell)));

        static string Spell(char c) =>
            char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : char.IsWhiteSpace(c) || c == '-' ? " " : $" {Boundary} ";
    }

    /// <summary>The words of a phrase that is written with spaces.</summary>
    public static ImmutableArray<string> OfPhrase(string phrase) =>
        phrase.Split(Space, StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();

    /// <summary>A set of words as they are written.</summary>
    public static ImmutableHashSet<string> Exactly(string words) => OfPhrase(words).ToImmutableHashSet();

    /// <summary>A set of words in all their forms.</summary>
    public static ImmutableHashSet<string> InAnyForm(string words) => OfPhrase(words).SelectMany(Forms).ToImmutableHashSet();

    /// <summary>
    /// A word, its plural and its verb forms. The rules may coin forms that nobody writes, which is harmless;
    /// a participle ("delivered") stands for itself only.
    /// </summary>
    public static IEnumerable<string> Forms(string word)
    {
        yield return word;
        if (word.Length < 2 || (word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal)))
            yield break;

        var last = word[word.Length - 1];
        var stem = word.Substring(0, word.Length - 1);
        if (last == 'e')
        {
            yield return word + "s";
            yield return word + "d";
            yield return stem + "ing";
        }
        else if (last == 'y' && !IsVowel(stem[stem.Length - 1]))
        {
            yield return stem + "ies";
            yield return stem + "ied";
            yield return word + "ing";
        }
        else
        {
            yield return word + (last is 's' or 'x' or 'h' ? "es" : "s");
            yield return word + "ed";
            yield return word + "ing";
        }

        if (!IsVowel(last) && IsVowel(stem[stem.Length - 1]))
        {
            yield return word + last + "ed";
            yield return word + last + "ing";
        }
    }

    private static string LowerCase(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return lower.ToString();
    }

    private static bool StartsWord(string name, int i) =>
        name[i - 1] == '_'
        || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
        || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]));

    private static void Add(ImmutableArray<string>.Builder words, string word)
    {
        if (word.Length == 0)
            return;
        // ReQueue, UnDeliverable and EMail are one word each.
        var last = words.Count - 1;
        if (last >= 0 && (words[last] is "re" or "un" || (words[last], word) is ("e", "mail" or "mails")))
            words[last] += word;
        else
            words.Add(word);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
