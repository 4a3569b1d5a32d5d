// finds: SMTP1001, SMTP1002
// after: throws Verdicts.Of = none, ?454
// after: returns Requeue Verdicts.Of = 421, 450, ?454, ?400-420, ?422-449, ?451-453, ?455-499
using System;
using MailKit.Net.Smtp;

public enum Verdict { Requeue, Unclear }

public static class Verdicts
{
    public static Verdict Of(SmtpStatusCode code)
    {
        switch (code)
        {
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.MailboxUnavailable:
                return Verdict.Requeue;
            case SmtpStatusCode.TemporaryAuthenticationFailure:
                throw new UnauthorizedAccessException("Login refused: permanent failure");
            default:
                return Verdict.Unclear;
        }
    }
}
