using MailKit.Net.Smtp;
public enum Answer { RecipientNotFound, MailboxNotFound, NotDeliverable, Later }
public static class Answers
{
    public static Answer A(SmtpCommandException r) =>
        r.StatusCode == SmtpStatusCode.MailboxBusy ? Answer.RecipientNotFound : Answer.Later; // finds: SMTP1001
    public static Answer B(SmtpCommandException r) =>
        r.StatusCode == SmtpStatusCode.MailboxBusy ? Answer.MailboxNotFound : Answer.Later; // finds: SMTP1001
    public static Answer C(SmtpCommandException r) =>
        r.StatusCode == SmtpStatusCode.MailboxBusy ? Answer.NotDeliverable : Answer.Later; // finds: SMTP1001
}
