using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>What a name states, what it states where it is false, and whether it speaks of a whole reply class.</summary>
internal readonly record struct NameReading(Outcome WhenTrue, Outcome WhenFalse, bool NamesClass)
{
    private readonly record struct Finding(Term Term, int Start, int End, bool Negated)
    {
        public Outcome Says => Negated ? Term.Denied : Term.Says;

        public Outcome Denies => Negated ? Term.Says : Term.Denied;
    }

    /// <summary>
    /// Reads the words of a name: finds the terms in it, each with its negation, and drops those that stand where they do not count.
    /// A word that nobody expected between a negation and its term, or a blocking word before a term, silences the name.
    /// </summary>
    public static NameReading Of(ImmutableArray<string> words, TermTable table)
    {
        var findings = Find(words, table);
        if (findings.IsEmpty || findings.Any(finding => finding.Term.Says == Outcome.None))
            return default;

        var counting = findings.Where(finding => Counts(finding, findings, words)).ToImmutableArray();
        // The act itself went wrong, or well: RetryFailed, RequeueSucceeded.
        var ends = counting.LastOrDefault(finding => finding.Term.Says is Outcome.Failure or Outcome.Delivered);
        if (counting.Any(act => IsAct(act) && act.End == ends.Start))
            return default;

        return new NameReading(
            Combine(counting.Select(finding => finding.Says)),
            Combine(counting.Select(finding => finding.Denies)),
            counting.Any(finding => finding.Term.NamesClass && !finding.Negated));
    }

    /// <summary>The one outcome that several pieces of evidence amount to; None where they contradict each other.</summary>
    public static Outcome Combine(IEnumerable<Outcome> site)
    {
        var outcomes = site.Where(outcome => outcome != Outcome.None).Distinct().ToList();
        if (outcomes.Count > 1)
            outcomes.RemoveAll(outcome => outcome == Outcome.Failure);
        return outcomes.Count == 1 ? outcomes[0] : Outcome.None;
    }

    private static ImmutableArray<Finding> Find(ImmutableArray<string> words, TermTable table)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        bool negated = false, blocked = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (table.Match(words, i) is { } term)
            {
                if (blocked)
                    return ImmutableArray<Finding>.Empty;
                // A noun is negated with its adjective: NonFatalError is no error here.
                var ofAdjective = term.Says == Outcome.Failure && findings.Count > 0 && findings[findings.Count - 1].Negated;
                findings.Add(new Finding(term, i, i + term.Words.Length, negated || ofAdjective));
                i += term.Words.Length - 1;
                negated = false;
            }
            else if (ContextWords.Negation.Contains(words[i]))
            {
                negated = !negated;
            }
            else if (negated && !ContextWords.Filler.Contains(words[i]))
            {
                return ImmutableArray<Finding>.Empty;
            }
            else
            {
                blocked |= ContextWords.Blocking.Contains(words[i]);
            }
        }

        if (negated && findings.Count > 0)
        {
            // RetryNotAllowed, RetryNever; but RetryNo may be a number.
            if (words[words.Length - 1] == "no")
                return ImmutableArray<Finding>.Empty;
            var last = findings[findings.Count - 1];
            findings[findings.Count - 1] = last with { Negated = !last.Negated };
        }

        return findings.ToImmutable();
    }

    private static bool Counts(Finding finding, ImmutableArray<Finding> findings, ImmutableArray<string> words)
    {
        var place = finding.Term.Position;
        if (place.HasFlag(Position.Anywhere))
            return !Range(finding.End, words.Length).Any(ContextWords.Counting.Contains);
        if (place.HasFlag(Position.OfMail) && !Range(0, finding.Start).All(IsOfMail))
            return false;

        var tail = Range(finding.End, words.Length).ToList();
        if (tail.Count == 0)
            return true;
        if (finding.Term.Says is Outcome.Failure or Outcome.Delivered)
            return tail.All(ContextWords.Result.Contains);
        if (place.HasFlag(Position.BeforeError) && OfError(tail, words, findings, OnlyObjects))
            return true;
        if (tail[tail.Count - 1] == "exception")
            tail.RemoveAt(tail.Count - 1);
        return OnlyObjects();

        bool OnlyObjects() => (place.HasFlag(Position.BeforeObject) || tail.Count == 0) && tail.All(IsObject);

        // The words between that belong to no term.
        IEnumerable<string> Range(int start, int end) => Enumerable.Range(start, end - start)
            .Where(i => !findings.Any(other => other.Start <= i && i < other.End))
            .Select(i => words[i])
            .Where(word => !ContextWords.Negation.Contains(word));
    }

    // The words between an adjective and its error name who failed: a library, a provider, a server. TransientMailKitError,
    // TemporaryFailureFromServer.
    private static bool OfError(List<string> tail, ImmutableArray<string> words, ImmutableArray<Finding> findings, Func<bool> onlyObjects)
    {
        // IsTransientSmtp is short for its error; a TemporaryMailbox is not.
        if (tail.All(static word => word is "smtp" or "net"))
            return true;
        var source = words.IndexOf("from");
        var last = source > 0 ? source - 1 : words.Length - 1;
        if (IsError(words[last]) || findings.Any(finding => finding.Term.Says == Outcome.Failure && finding.End == last + 1))
            return !tail.TakeWhile(static word => word != "from").Any(ContextWords.Blocking.Contains);
        return tail.All(static word => IsObject(word) || IsError(word) || ContextWords.ErrorContext.Contains(word))
            && (findings[findings.Length - 1].End == words.Length || onlyObjects());
    }

    private static bool IsAct(Finding finding) =>
        !finding.Negated && (finding.Term.Position & (Position.BeforeObject | Position.BeforeError)) == Position.BeforeObject;

    private static bool IsOfMail(string word) =>
        ContextWords.Object.Contains(word) || ContextWords.Filler.Contains(word) || ContextWords.MailContext.Contains(word);

    private static bool IsObject(string word) => ContextWords.Object.Contains(word) || ContextWords.Filler.Contains(word);

    // A number is a reply code: Transient4xx, Permanent550.
    private static bool IsError(string word) => ContextWords.Error.Contains(word) || char.IsDigit(word[0]);
}
