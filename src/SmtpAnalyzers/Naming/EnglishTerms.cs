using System.Collections.Immutable;
using static SmtpAnalyzers.Naming.Position;

namespace SmtpAnalyzers.Naming;

/// <summary>The words that names and texts use for outcomes. A word that means two things is left out, or counts in few places.</summary>
internal static class EnglishTerms
{
    private static readonly char[] Comma = [','];

    /// <summary>The terms of names.</summary>
    public static readonly ImmutableArray<Term> All = ImmutableArray.Create<IEnumerable<Term>>(
        // To say no to these is to give up.
        Terms(Outcome.Retry, BeforeObject, Outcome.GiveUp, namesClass: true,
            "retry, be retried, requeue, be requeued, reenqueue, reschedule, be rescheduled, resend, be resent, redeliver, redelivery, "
            + "try again, try once again, try later, retry later, send again, send later, queue again, enqueue again, "
            + "attempt again, attempt retry, attempt resend, attempt redelivery, retry queue, retry list"),
        Terms(Outcome.Retry, BeforeError, Outcome.GiveUp, namesClass: true, "transient, temporary, retryable, retriable"),
        Terms(Outcome.Retry, Last, Outcome.GiveUp, namesClass: true,
            "is retry code, is retry status, is retry status code, is retry error, is retry exception, "
            + "temp fail, temp failure, temp error"),
        Terms(Outcome.Retry, Whole, Outcome.GiveUp, namesClass: true, "is temp"),
        Terms(Outcome.Retry, BeforeError, Outcome.GiveUp, namesClass: false, "recoverable, can recover, can recover from"),

        // Reasons to retry, or records of it: their absence does not say that the mail is given up.
        Terms(Outcome.Retry, BeforeError,
            "temporarily, transiently, throttle, rate limit, rate limit exceeded, grey list, gray list, soft bounce, soft bounced"),
        Terms(Outcome.Retry, BeforeObject, "requeued, reenqueued, rescheduled, postpone, back off, deferral, refire"),
        Terms(Outcome.Retry, BeforeObject | BeforeError, "defer"),
        Terms(Outcome.Retry, Last, "schedule next attempt, schedule next retry, schedule next try, schedule another attempt"),
        Terms(Outcome.Retry, Last, "for later, soft fail, soft failure, soft error"),
        Terms(Outcome.Retry, Whole, "soft, later, after delay"),

        Terms(Outcome.GiveUp, BeforeError, Outcome.None, namesClass: true, "permanent, fatal, hard bounce, hard bounced"),
        Terms(Outcome.GiveUp, Whole, Outcome.None, namesClass: true, "is perm"),
        Terms(Outcome.GiveUp, BeforeObject, Outcome.None, namesClass: true, "give up, gave up, given up"),
        Terms(Outcome.GiveUp, BeforeError, Outcome.Retry, namesClass: false,
            "nonretryable, nonretriable, unretryable, unretriable, nontransient"),
        Terms(Outcome.GiveUp, BeforeError, "permanently, terminal, unrecoverable, irrecoverable"),
        Terms(Outcome.GiveUp, BeforeObject | BeforeError, "bounced, undeliverable, unsendable"),
        Terms(Outcome.GiveUp, BeforeObject, "dead letter, dead letter queue, dlq, dead email, dead mail"),
        Terms(Outcome.GiveUp, OfMail, "dead"),
        Terms(Outcome.GiveUp, BeforeObject | OfMail,
            "drop, discard, abandon, suppress, suppression, suppress list, suppression list, "
                + "unsubscribe, blacklist, black list, blocklist, block list"),
        Terms(Outcome.GiveUp, Last,
            "perm fail, perm failure, perm error, hard fail, hard failure, hard error, sending impossible, delivery impossible, "
                + "no retries, no more retries, "
            + "retry exhausted, retries exhausted, exhausted retries, retry impossible, retry forbidden, retry pointless"),
        Terms(Outcome.GiveUp, Whole, "hard, never, bounce, bounce message"),
        "recipient,mailbox,address,user,email,email address,mail address,recipient address".Split(Comma).SelectMany(whom =>
            Terms(Outcome.GiveUp, BeforeError,
                $"invalid {whom}, bad {whom}, {whom} invalid, unknown {whom}, {whom} unknown, no such {whom}, {whom} not found")),
        Terms(Outcome.GiveUp, BeforeError, "not deliverable, no mailbox"),
        Terms(Outcome.GiveUp, BeforeObject, "mark invalid, mark as invalid, flag invalid, flag as invalid"),

        Terms(Outcome.Delivered, OfMail, Outcome.Failure, namesClass: false, "delivered, sent, accepted, accepted for delivery, ok"),
        Terms(Outcome.Delivered, OfMail, Outcome.Failure, namesClass: true,
            "success, succeed, successful, successfully, is success code, is success status, is success status code"),
        Terms(Outcome.Delivered, OfMail, "done"),
        Terms(Outcome.Delivered, Whole, Outcome.None, namesClass: true,
            "is positive, is positive completion, is positive reply, is positive response"),

        Terms(Outcome.Failure, Last, "fail, failure, error, refuse, reject, rejection, unsuccessful, unsuccessfully"),
        Terms(Outcome.Failure, OfMail, Outcome.Delivered, namesClass: false, "undelivered"),

        // Would mislead: a mark on a second attempt, SmtpErrorCode's members, an attempt that is not wanted because all is well; a broker's
        // message that is abandoned is back in its queue.
        Terms(Outcome.None, Last,
            "retried, resent, redelivered, recipient not accepted, sender not accepted, message not accepted, no reply, abandon message, "
            + "no retry needed, no retry required, retry not needed, retry not required"),
        Terms(Outcome.None, Whole, "is retry")).SelectMany(terms => terms).ToImmutableArray();

    /// <summary>
    /// The phrases of message text. "Try again later" is left out: it is what people are told, whatever the program does.
    /// </summary>
    public static readonly ImmutableArray<Term> Texts = ImmutableArray.Create<IEnumerable<Term>>(
        Terms(Outcome.Retry, Anywhere,
            "will retry, will be retried, will try again, will be sent again, requeued, re queued, queued for retry, scheduled for retry, "
            + "temporary failure, temporary error, temporary smtp failure, temporary smtp error, transient failure, transient error, "
            + "transient smtp failure, transient smtp error, temporarily failed"),
        Terms(Outcome.GiveUp, Anywhere,
            "will not retry, wont retry, do not retry, dont retry, not retrying, no longer retrying, will not be retried, wont be retried, "
            + "will not try again, will not be sent again, cannot be retried, non retryable, non retriable, not retryable, not retriable, "
            + "giving up, permanent failure, permanent error, permanent smtp failure, permanent smtp error, permanent delivery failure, "
            + "permanently failed, permanently rejected, permanently refused, hard bounce, does not exist, "
            + "dead letter, dead lettered, undeliverable, invalid recipient, invalid address, invalid email address, address is invalid, "
            + "address is not valid, recipient is invalid, unknown recipient, unknown user, "
            + "user unknown, recipient not found, mailbox not found, user not found, no mailbox, no such user, no such mailbox"))
        .SelectMany(terms => terms).ToImmutableArray();

    private static IEnumerable<Term> Terms(Outcome says, Position place, string phrases) =>
        Terms(says, place, Outcome.None, namesClass: false, phrases);

    private static IEnumerable<Term> Terms(Outcome says, Position place, Outcome denied, bool namesClass, string phrases) =>
        phrases.Split(Comma).Select(phrase => new Term(WordSplitter.OfPhrase(phrase), says, denied, place, namesClass));
}
