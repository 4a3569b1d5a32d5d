using MailKit.Net.Smtp;

public enum Kind { PermanentFailure, RetryableFailure }

public sealed record Verdict(Kind Kind, bool IsRetryAllowed);

// What the helpers ask is asked where they are called; their constants are what is wrong.
public static class Classifier
{
    public static Verdict Classify(SmtpCommandException ex)
    {
        if (IsLoginReply(ex.StatusCode))
            return new Verdict(Kind.PermanentFailure, false);
        if (IsEnvelopeRefused(ex.ErrorCode))
            return new Verdict(Kind.PermanentFailure, false);
        return (int)ex.StatusCode >= 500 ? new Verdict(Kind.PermanentFailure, false) : new Verdict(Kind.RetryableFailure, true);
    }

    public static Kind Overloaded(SmtpCommandException ex) => IsBusy(ex) ? Kind.RetryableFailure : Kind.PermanentFailure;

    public static Kind Right(SmtpCommandException ex)
    {
        if (IsOfServer(ex))
            return Kind.RetryableFailure;
        return IsAboutAddress(ex.StatusCode) || (int)ex.StatusCode >= 500 ? Kind.PermanentFailure : Kind.RetryableFailure;
    }

    // What else the helper looks at may explain it.
    public static Kind Explained(SmtpCommandException ex, int attempt) =>
        IsHopeless(ex.StatusCode, attempt) ? Kind.PermanentFailure : Kind.RetryableFailure;

    // Both are needed: RCPT alone decides nothing.
    public static Kind Together(SmtpCommandException ex) =>
        IsEnvelope(ex.ErrorCode) && IsAboutAddress(ex.StatusCode) ? Kind.PermanentFailure : Kind.RetryableFailure;

    private static bool IsEnvelopeRefused(SmtpErrorCode code) =>
        code is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted; // finds: SMTP3002

    private static bool IsEnvelope(SmtpErrorCode code) => code == SmtpErrorCode.RecipientNotAccepted;

    private static bool IsLoginReply(SmtpStatusCode code) =>
        code is SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials
            or SmtpStatusCode.TemporaryAuthenticationFailure; // finds: SMTP1001

    private static bool IsBusy(SmtpCommandException failure)
    {
        return failure.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage; // finds: SMTP1006
    }

    private static bool IsOfServer(SmtpCommandException failure) =>
        failure.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ErrorInProcessing;

    private static bool IsAboutAddress(SmtpStatusCode code) =>
        code is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed;

    private static bool IsHopeless(SmtpStatusCode code, int attempt) => code == SmtpStatusCode.MailboxBusy && attempt > 5;
}
