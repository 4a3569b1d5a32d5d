using MailKit.Net.Smtp;

class Tuples
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public Verdict Judge(SmtpCommandException ex, bool last) => (ex.StatusCode, last) switch
    {
        (SmtpStatusCode.MailboxBusy, _) => Verdict.GiveUp, // finds: SMTP1001
        (SmtpStatusCode.MailboxUnavailable, false) => Verdict.Retry,
        _ => Verdict.Unknown,
    };

    public (bool Retry, string Reason) Decide(SmtpCommandException ex)
    {
        if (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
            return (true, "busy");
        return (Retry: false, "no");
    }

    public (SmtpStatusCode Code, bool Permanent) Describe(SmtpCommandException ex) =>
        (ex.StatusCode, (int)ex.StatusCode >= 400); // finds: SMTP1001

    public (int Code, bool Transient) DescribeToo(SmtpCommandException ex)
    {
        var code = (int)ex.StatusCode;
        var transient = code == 450 || code == 550; // finds: SMTP1002
        return (code, transient);
    }

    public Verdict After(SmtpCommandException ex)
    {
        var (code, isTransient) =
            ((int)ex.StatusCode, ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.TransactionFailed); // finds: SMTP1002
        if (isTransient) return Verdict.Retry;
        return code == 550 ? Verdict.GiveUp : Verdict.Unknown;
    }

    // near miss: the last attempt may give up on 450.
    public Verdict Right(SmtpCommandException ex, int attempt) => (ex.StatusCode, attempt) switch
    {
        (SmtpStatusCode.MailboxBusy, >= 5) => Verdict.GiveUp,
        (SmtpStatusCode.MailboxBusy, _) => Verdict.Retry,
        (SmtpStatusCode.MailboxUnavailable, _) => Verdict.GiveUp,
        _ => Verdict.Unknown,
    };
}
