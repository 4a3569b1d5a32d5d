using System.Collections.Immutable;

namespace SmtpAnalyzers.Naming;

/// <summary>What a member of a record of mail holds, by its name.</summary>
internal enum RecordMember
{
    None,

    /// <summary>When the mail is tried again: NextAttemptAt, RetryAfter.</summary>
    NextAttempt,

    /// <summary>When something is due, which is the next attempt where attempts are counted: NotBefore, ScheduledFor.</summary>
    Due,

    /// <summary>When the mail was sent: SentAt, DeliveredOnUtc.</summary>
    SentTime,

    /// <summary>How often it was tried: RetryCount, Attempts, Tries.</summary>
    Counter,

    /// <summary>What became of it: Status, DeliveryState.</summary>
    Status,
}

/// <summary>The words in the names of a record's members, and of its states.</summary>
internal static class RecordWords
{
    private static readonly ImmutableHashSet<string> Time =
        WordSplitter.Exactly("at on utc time date datetime timestamp after until due moment instant");

    private static readonly ImmutableHashSet<string> Attempt = WordSplitter.InAnyForm("attempt retry try resend redelivery retrial");

    private static readonly ImmutableHashSet<string> Act = Attempt.Union(WordSplitter.InAnyForm("send delivery run execution process"));

    private static readonly ImmutableHashSet<string> Waiting =
        WordSplitter.Exactly("pending queued enqueued waiting scheduled ready open new created todo unsent retrying deferred");

    private static readonly ImmutableHashSet<string> Words = WordSplitter.Exactly("email mail message delivery send was to be for");

    private static readonly ImmutableHashSet<string> State = WordSplitter.Exactly("status state outcome disposition fate");

    public static RecordMember Read(string name)
    {
        var words = WordSplitter.OfName(name);
        return IsNextAttempt(words) ? RecordMember.NextAttempt
            : IsDue(words) ? RecordMember.Due
            : IsSentTime(words) ? RecordMember.SentTime
            : IsCounter(words) ? RecordMember.Counter
            : words.Length is > 0 and < 4 && State.Contains(words[words.Length - 1]) ? RecordMember.Status
            : RecordMember.None;
    }

    /// <summary>Whether a state of this name says that the mail is still to be sent.</summary>
    public static bool IsPending(string state) =>
        WordSplitter.OfName(state.Replace(' ', '_').Replace('-', '_')) is var words
        && words.Any(Waiting.Contains)
        && words.All(static word => Waiting.Contains(word) || Words.Contains(word) || Attempt.Contains(word));

    // NextAttemptAt, NextRetry, NextSendUtc; RetryAt, RetryAfterUtc; not AttemptedAt, which is past.
    private static bool IsNextAttempt(ImmutableArray<string> words) =>
        words.IndexOf("next") is >= 0 and var next && next + 1 < words.Length && Act.Contains(words[next + 1])
            ? words.Skip(next + 2).All(Time.Contains) && (Attempt.Contains(words[next + 1]) || words.Length > next + 2)
            : words.Length > 1 && Attempt.Contains(words[0]) && !IsPast(words[0]) && words.Skip(1).All(Time.Contains);

    private static bool IsPast(string verb) => verb.EndsWith("ed", StringComparison.Ordinal);

    // NotBefore, ScheduledFor, DueAt, AvailableAfter, ProcessAfter, VisibleAt
    private static bool IsDue(ImmutableArray<string> words) => words.Length > 1 && (words[0], words[1]) switch
    {
        ("not", "before") or ("scheduled", "for") => true,
        ("due" or "scheduled" or "available" or "visible" or "process" or "send" or "deliver", var time) => Time.Contains(time),
        _ => false,
    };

    // SentAt, SentOnUtc, MailSentAt, DateSent; not LastSentAt, which may tell of an attempt.
    private static bool IsSentTime(ImmutableArray<string> words)
    {
        var rest = words.Where(static word => !Words.Contains(word)).ToList();
        return rest.Count > 1 && rest.Count(static word => word is "sent" or "delivered") == 1
            && rest.All(static word => word is "sent" or "delivered" || Time.Contains(word));
    }

    // RetryCount, Attempts, SentTries, FailureCount; not MaxAttempts.
    private static bool IsCounter(ImmutableArray<string> words) =>
        !words.Any(static word => word is "max" or "maximum" or "min" or "limit")
        && words.Length > 0
        && (words[words.Length - 1] is "attempts" or "tries" or "retries" or "failures"
            || (words[words.Length - 1] is "count" or "counter" or "number"
                && words.Any(static word => Attempt.Contains(word) || word is "fail" or "failure" or "failed" or "error")));
}
