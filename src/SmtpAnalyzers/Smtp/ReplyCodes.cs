using System.Collections.Immutable;

namespace SmtpAnalyzers.Smtp;

/// <summary>The catalogue of standard reply codes: RFC 5321 and the extensions that add to it.</summary>
internal static class ReplyCodes
{
    /// <summary>The lowest and highest value that is a reply code; everything else is "not a reply".</summary>
    public const int Lowest = 200, Highest = 599;

    /// <summary>Every standard code, ascending.</summary>
    public static readonly ImmutableArray<ReplyCode> All = ImmutableArray.Create<ReplyCode>(
        new(211, "system status", "go on", "SystemStatus", "SystemStatus", "RFC 5321 4.2.2"),
        new(214, "help text", "go on", "HelpMessage", "HelpMessage", "RFC 5321 4.2.2"),
        new(220, "service ready", "go on", "ServiceReady", "ServiceReady", "RFC 5321 4.3.2"),
        new(221, "closing the connection, as asked by QUIT", "close", "ServiceClosingTransmissionChannel",
            "ServiceClosingTransmissionChannel", "RFC 5321 4.3.2",
            "a server that shuts down says 421"),
        new(235, "authenticated", "go on", "AuthenticationSuccessful", null, "RFC 4954 6"),
        new(250, "done", "the server has the mail", "Ok", "Ok", "RFC 5321 4.3.2"),
        new(251, "recipient is elsewhere, will forward", "accepted", "UserNotLocalWillForward", "UserNotLocalWillForward", "RFC 5321 3.4",
            "the refusal is 551"),
        new(252, "cannot verify, will attempt delivery", "accepted, address unknown", "CannotVerifyUserWillAttemptDelivery",
            "CannotVerifyUserWillAttemptDelivery", "RFC 5321 3.5.3"),
        new(334, "go on with the authentication", "continue", "AuthenticationChallenge", null, "RFC 4954 6"),
        new(354, "send the message text", "continue", "StartMailInput", "StartMailInput", "RFC 5321 4.3.2"),
        new(421, "service shutting down or throttling, connection closes", "reconnect later", "ServiceNotAvailable", "ServiceNotAvailable",
            "RFC 5321 3.8"),
        new(432, "password transition needed; as an answer to mail: throttled", "requeue", "PasswordTransitionNeeded", null, "RFC 4954 6"),
        new(450, "mailbox unavailable now: busy or greylisted", "requeue", "MailboxBusy", "MailboxBusy", "RFC 5321 4.2.1"),
        new(451, "local error, greylisted", "requeue", "ErrorInProcessing", "LocalErrorInProcessing", "RFC 5321 4.2.1"),
        new(452, "no room now, or too many recipients", "requeue", "InsufficientStorage", "InsufficientStorage", "RFC 5321 4.5.3.1.10"),
        new(454, "TLS or authentication temporarily unavailable; as an answer to mail: throttled", "requeue",
            "TemporaryAuthenticationFailure", "ClientNotPermitted", "RFC 3207 4",
            "the name ClientNotPermitted misleads"),
        new(455, "parameters cannot be accommodated now", "requeue", null, null, "RFC 5321 4.2.2"),
        new(500, "command not recognized", "mend the client", "CommandUnrecognized", "CommandUnrecognized", "RFC 5321 4.2.4"),
        new(501, "syntax error in parameters", "mend the request", "SyntaxError", "SyntaxError", "RFC 5321 4.2.2"),
        new(502, "command not implemented", "mend the client", "CommandNotImplemented", "CommandNotImplemented", "RFC 5321 4.2.4"),
        new(503, "bad sequence of commands", "start a new session", "BadCommandSequence", "BadCommandSequence", "RFC 5321 4.2.2"),
        new(504, "parameter not implemented", "mend the request", "CommandParameterNotImplemented", "CommandParameterNotImplemented",
            "RFC 5321 4.2.2"),
        new(521, "host accepts no mail", "give up", null, null, "RFC 7504 3"),
        new(530, "authentication or STARTTLS required", "mend the configuration", "AuthenticationRequired", "MustIssueStartTlsFirst",
            "RFC 4954 6"),
        new(534, "authentication mechanism too weak", "use another mechanism", "AuthenticationMechanismTooWeak", null, "RFC 4954 6"),
        new(535, "credentials invalid", "get new credentials", "AuthenticationInvalidCredentials", null, "RFC 4954 6"),
        new(538, "encryption required for this mechanism", "use TLS", "EncryptionRequiredForAuthenticationMechanism", null, "RFC 4954 6"),
        new(550, "no such mailbox, or refused by policy", "give up", "MailboxUnavailable", "MailboxUnavailable", "RFC 5321 4.2.1",
            "the busy mailbox is 450"),
        new(551, "user not local", "give up", "UserNotLocalTryAlternatePath", "UserNotLocalTryAlternatePath", "RFC 5321 3.4"),
        new(552, "over quota or too big", "give up; some sites retry", "ExceededStorageAllocation", "ExceededStorageAllocation",
            "RFC 5321 4.5.3.1.10"),
        new(553, "mailbox name not allowed", "give up", "MailboxNameNotAllowed", "MailboxNameNotAllowed", "RFC 5321 4.2.2"),
        new(554, "transaction failed", "give up", "TransactionFailed", "TransactionFailed", "RFC 5321 4.2.2",
            "the temporary local error is 451"),
        new(555, "MAIL or RCPT parameters not recognized", "give up", "MailFromOrRcptToParametersNotRecognizedOrNotImplemented", null,
            "RFC 5321 4.2.2"),
        new(556, "domain accepts no mail", "give up", null, null, "RFC 7504 4"));

    private static readonly ImmutableDictionary<int, ReplyCode> ByCode = All.ToImmutableDictionary(reply => reply.Code);

    /// <summary>The catalogue entry of <paramref name="code"/>, or null for a code that no standard defines.</summary>
    public static ReplyCode? Find(int code) => ByCode.TryGetValue(code, out var reply) ? reply : null;

    /// <summary>The class told by the first digit of <paramref name="code"/>.</summary>
    public static ReplyClass ClassOf(int code) =>
        code is >= Lowest and <= Highest ? (ReplyClass)(code / 100) : ReplyClass.None;
}
