namespace Check.Smtp;
public enum SmtpResponseCategory { Unknown, Accepted, MailboxUnknown, TemporaryFailure, Rejected }
public static class SmtpReplyClassifier
{
    public static SmtpResponseCategory Classify(int smtpReplyCode)
    {
        if (smtpReplyCode == 252) return SmtpResponseCategory.MailboxUnknown;
        if (smtpReplyCode is 250 or 251) return SmtpResponseCategory.Accepted;
        if (smtpReplyCode is >= 400 and < 500) return SmtpResponseCategory.TemporaryFailure;
        if (smtpReplyCode is >= 500 and < 600) return SmtpResponseCategory.Rejected;
        return SmtpResponseCategory.Unknown;
    }
}
