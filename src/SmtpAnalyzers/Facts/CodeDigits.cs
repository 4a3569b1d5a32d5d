using System.Text.RegularExpressions;

namespace SmtpAnalyzers.Facts;

/// <summary>
/// Text that stands for a basic reply code, or the beginning of one. Enhanced codes (4.7.1), words and other numbers do not.
/// </summary>
internal static class CodeDigits
{
    /// <summary>
    /// Whether <paramref name="text"/> is a code with nothing but punctuation around it, as it is looked for anywhere in a text. An
    /// enhanced code may follow: no client puts the basic one before it (<c>550 5.1.1</c>).
    /// </summary>
    public static bool IsCode(string text) =>
        CodeOf(text) is not null || (Regex.IsMatch(text, @"^[2-5][0-5]\d[ -]\d\.\d{1,3}\.\d{1,3}$") && text[0] == text[4]);

    private static readonly char[] Punctuation = [' ', '-', ':', '(', ')', '[', ']', '#', ',', ';', '"', '\'', '\t'];

    /// <summary>
    /// The three digits of <paramref name="text"/>; null where it is anything else than a code with punctuation around it.
    /// </summary>
    public static int? CodeOf(string text)
    {
        var trimmed = text.Trim(Punctuation);
        return trimmed.Length == 3 && trimmed[0] is >= '2' and <= '5' && trimmed[1] is >= '0' and <= '5' && trimmed[2] is >= '0' and <= '9'
            ? ((trimmed[0] - '0') * 100) + ((trimmed[1] - '0') * 10) + (trimmed[2] - '0')
            : null;
    }

    /// <summary>Whether <paramref name="text"/> is the first one or two digits of a code, as a text may begin with them.</summary>
    public static bool IsBeginning(string text) =>
        text.Length is 1 or 2 && text[0] is >= '2' and <= '5' && (text.Length == 1 || text[1] is >= '0' and <= '5');

    /// <summary>
    /// Whether <paramref name="pattern"/>, a regular expression, looks for the three digits of
    /// a code, or the first of them, and for no word.
    /// </summary>
    public static bool IsPattern(string pattern)
    {
        // A full stop belongs to an enhanced code.
        if (pattern.Contains(@"\.") || pattern.Contains("[.]"))
            return false;
        var tokens = Regex.Replace(pattern, @"\\[bsSBAzZ]|\(\?<\w+>|\(\?:|[\^$|()?+* :-]", " ");
        // One sign for each digit: a class of characters, \d, a digit; repeated where it says so.
        tokens = Regex.Replace(tokens, @"\[[0-9, ]+\]|\\d|[0-9](?![0-9]*\})", "#");
        tokens = Regex.Replace(tokens, @"#\{([1-3])\}", static match => new string('#', match.Groups[1].Value[0] - '0'));
        var words = tokens.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && (words.All(static word => word == "###") || (pattern.StartsWith("^", StringComparison.Ordinal) && words is ["#"]));
    }
}
