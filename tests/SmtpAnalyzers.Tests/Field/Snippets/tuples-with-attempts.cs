using MailKit.Net.Smtp;

class TuplesToo
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public Verdict Plain(SmtpCommandException ex, bool last)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && !last) return Verdict.Retry;
        return Verdict.Unknown;
    }

    public Verdict PlainAttempt(SmtpCommandException ex, bool isLastAttempt)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable && !isLastAttempt) return Verdict.Retry; // finds: SMTP1002
        return Verdict.Unknown;
    }

    public Verdict Counted(SmtpCommandException ex, int attempt) => (ex.StatusCode, attempt) switch
    {
        (SmtpStatusCode.MailboxUnavailable, < 3) => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict CountedToo(SmtpCommandException ex, int attempt) => (ex.StatusCode, attempt < 3) switch
    {
        (SmtpStatusCode.MailboxUnavailable, true) => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict CountedWhen(SmtpCommandException ex, int attempt) => ex.StatusCode switch
    {
        SmtpStatusCode.MailboxUnavailable when attempt < 3 => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };
    public Verdict Both(SmtpCommandException ex, bool last) => (ex.StatusCode, last) switch
    {
        (SmtpStatusCode.MailboxBusy, true) => Verdict.GiveUp,
        (SmtpStatusCode.MailboxUnavailable, true) => Verdict.GiveUp,
        (SmtpStatusCode.MailboxUnavailable, false) => Verdict.Retry,
        _ => Verdict.Unknown,
    };
}
