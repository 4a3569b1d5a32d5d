using MailKit.Net.Smtp;
class Flagged
{
    public enum Verdict { Retry, GiveUp, Unknown }
    public Verdict A(SmtpCommandException ex, bool isLastAttempt)
    {
        if (isLastAttempt)
        {
            if (ex.StatusCode == SmtpStatusCode.MailboxBusy) return Verdict.GiveUp;
        }
        return Verdict.Unknown;
    }
    public Verdict B(SmtpCommandException ex, bool attemptsExhausted)
    {
        if (attemptsExhausted)
            return ex.StatusCode == SmtpStatusCode.MailboxBusy ? Verdict.GiveUp : Verdict.Unknown;
        return Verdict.Unknown;
    }
    public Verdict C(SmtpCommandException ex, bool hasAttemptsLeft) =>
        ex.StatusCode == SmtpStatusCode.MailboxUnavailable && hasAttemptsLeft ? Verdict.Retry : Verdict.Unknown; // finds: SMTP1002
    public Verdict D(SmtpCommandException ex, bool isGreylisted) =>
        ex.StatusCode == SmtpStatusCode.MailboxUnavailable && isGreylisted ? Verdict.Retry : Verdict.Unknown;
    public Verdict E(SmtpCommandException ex, bool firstAttempt) => (ex.StatusCode, firstAttempt) switch
    {
        (SmtpStatusCode.MailboxUnavailable, true) => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };
}
