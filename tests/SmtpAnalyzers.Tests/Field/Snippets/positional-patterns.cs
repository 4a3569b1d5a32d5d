using MailKit.Net.Smtp;

record Refusal(SmtpStatusCode Code, string Mailbox);
record struct SmtpReply(int Code, string Text);

class Positional
{
    public enum Verdict { Retry, GiveUp, Unknown }

    public Verdict Judge(Refusal refusal) => refusal switch
    {
        (SmtpStatusCode.MailboxBusy, _) => Verdict.GiveUp, // finds: SMTP1001
        (SmtpStatusCode.MailboxUnavailable, var who) => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public bool IsPermanent(object failure) =>
        failure is Refusal(SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable, _); // finds: SMTP1001

    public bool IsTransient(SmtpReply reply) => reply is (450 or 550, _); // finds: SMTP1002

    public Verdict JudgeReply(SmtpReply reply) => reply switch
    {
        (>= 400 and < 500, _) => Verdict.GiveUp, // finds: SMTP1001
        (>= 500, _) => Verdict.Retry, // finds: SMTP1002
        _ => Verdict.Unknown,
    };

    public Verdict Right(Refusal refusal) => refusal switch
    {
        (SmtpStatusCode.MailboxBusy, _) => Verdict.Retry,
        (SmtpStatusCode.MailboxUnavailable, _) => Verdict.GiveUp,
        _ => Verdict.Unknown,
    };
}
