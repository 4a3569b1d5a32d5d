using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SmtpAnalyzers.CodeFixes.Exceptions;

/// <summary>
/// The meaning of a text that a server's answer is searched for, if it is evident: only then is it known what the search should have found
/// once Send has returned.
/// </summary>
internal static class TextMeaning
{
    private static readonly ImmutableHashSet<string> Success = Words(
        "ok okay queued accepted sent delivered success successful successfully succeeded completed");

    private static readonly ImmutableHashSet<string> Failure = Words(
        "err error errors fail fails failed failure failures reject rejects rejected refuse refused denied invalid block blocked defer "
        + "deferred bounce bounced undeliverable undelivered unable unknown unavailable unreachable timeout greylisted graylisted "
        + "greylisting blacklisted banned exceeded full expired temporarily");

    private static readonly ImmutableHashSet<string> Negations = Words("no not never non cannot can't isn't wasn't without nor un");

    // Words that leave the others what they say.
    private static readonly ImmutableHashSet<string> Fillers = Words(
        "a action an and are as been by data delivery email for great has have id in is it mail message messages queue received recipient "
        + "recipients requested server smtp the to was were will with your");

    /// <summary>Whether an answer that has <paramref name="text"/> says that the mail was accepted; null if that is not evident.</summary>
    /// <param name="text">The text that is looked for.</param>
    /// <param name="isBeginning">Whether it is looked for at the beginning, where a digit is that of a code.</param>
    public static bool? SaysAccepted(string text, bool isBeginning)
    {
        var lower = text.ToLowerInvariant();
        if (OfCode(lower.Trim(), isBeginning) is { } code)
            return code;
        if (Regex.IsMatch(lower, @"\b(try again|timed out|not found|does not exist|doesn't exist|no such)\b"))
            return false;
        var words = Regex.Matches(lower, @"[a-z']+|[0-9][0-9.]*").Cast<Match>().Select(static match => match.Value).ToList();
        var (accepted, failed) = (words.Any(word => Success.Contains(word) || OfCode(word, isBeginning: false) == true),
            words.Any(word => Failure.Contains(word) || OfCode(word, isBeginning: false) == false));
        var negated = words.Any(Negations.Contains);
        if (accepted == failed)
            return null;
        if (failed)
            return negated ? null : false;
        // "not accepted"
        var isPlain = words.All(word => Success.Contains(word) || Fillers.Contains(word) || OfCode(word, isBeginning: false) == true);
        return negated ? false : isPlain ? true : null;
    }

    /// <summary>The same for <paramref name="pattern"/>, a regular expression.</summary>
    public static bool? PatternSaysAccepted(string pattern)
    {
        var isBeginning = pattern.StartsWith("^", StringComparison.Ordinal);
        var plain = Regex.Replace(pattern, @"\\[bdswBDSW](\{\d\})?|[\^$]|\(\?i\)|\.\*|\[0-9\](\{\d\})?", " ").Replace(@"\.", ".").Trim();
        var alternatives = plain.Trim('(', ')').Split('|');
        if (alternatives.Any(static one => one.IndexOfAny(['[', ']', '(', ')', '*', '+', '?', '{', '\\']) >= 0))
            return null;
        var answers = alternatives.Select(one => SaysAccepted(one, isBeginning)).Distinct().ToList();
        return answers.Count == 1 ? answers[0] : null;
    }

    // 250, 2.0.0, 5.; at the beginning 2 or 25 too.
    private static bool? OfCode(string text, bool isBeginning)
    {
        var pattern = isBeginning ? @"^[245]([0-9]{0,2}[ -]?|\.([0-9]+\.?)*)$" : @"^[245]([0-9]{2}[ -]?|\.[0-9]{1,3}\.[0-9]{1,3})$";
        return Regex.IsMatch(text, pattern) ? text[0] == '2' : null;
    }

    private static ImmutableHashSet<string> Words(string words) => words.Split(' ').ToImmutableHashSet();
}
