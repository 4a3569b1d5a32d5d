using MailKit.Net.Smtp;

namespace Newsletter;

/// <summary>What to do with a mail that the server did not take.</summary>
internal static class DeliveryPolicy
{
    private static readonly HashSet<SmtpStatusCode> Retryable =
    [
        SmtpStatusCode.ServiceNotAvailable, // 421
        SmtpStatusCode.MailboxBusy, // 450
        SmtpStatusCode.TransactionFailed, // 451
        SmtpStatusCode.InsufficientStorage, // 452
    ];

    public static DeliveryOutcome Decide(MailKind kind, SmtpStatusCode code) => kind switch
    {
        MailKind.Issue => Classify(code),
        MailKind.Receipt => CanRetry(code) ? DeliveryOutcome.Retry : DeliveryOutcome.Permanent,
        MailKind.Reminder => IsTransient(code) ? DeliveryOutcome.Retry : DeliveryOutcome.Permanent,
        _ => IsPermanent(code) ? DeliveryOutcome.Permanent : DeliveryOutcome.Retry,
    };

    public static DeliveryOutcome Classify(SmtpStatusCode code)
    {
        switch (code)
        {
            case SmtpStatusCode.ServiceNotAvailable:
            case SmtpStatusCode.InsufficientStorage:
            case SmtpStatusCode.TemporaryAuthenticationFailure:
                return DeliveryOutcome.Retry;

            // The mailbox is not there.
            case SmtpStatusCode.MailboxBusy:
            case SmtpStatusCode.MailboxUnavailable:
            case SmtpStatusCode.UserNotLocalTryAlternatePath:
            case SmtpStatusCode.MailboxNameNotAllowed:
                return DeliveryOutcome.Permanent;

            // The server does not want the mail.
            case SmtpStatusCode.ErrorInProcessing:
            case SmtpStatusCode.TransactionFailed:
                return DeliveryOutcome.Permanent;

            default:
                return (int)code < 500 ? DeliveryOutcome.Retry : DeliveryOutcome.Permanent;
        }
    }

    public static bool CanRetry(SmtpStatusCode code) => Retryable.Contains(code);

    public static bool IsTransient(SmtpStatusCode code) => code is SmtpStatusCode.ServiceClosingTransmissionChannel
        or SmtpStatusCode.MailboxBusy
        or SmtpStatusCode.ErrorInProcessing
        or SmtpStatusCode.InsufficientStorage;

    // 4xx and 5xx: the server said no.
    public static bool IsPermanent(SmtpStatusCode code) => (int)code >= 400;
}
