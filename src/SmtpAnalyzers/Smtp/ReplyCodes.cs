using System.Collections.Immutable;

namespace SmtpAnalyzers.Smtp;

/// <summary>The catalogue of standard reply codes: RFC 5321 and the extensions that add to it.</summary>
internal static class ReplyCodes
{
    /// <summary>The lowest and highest value that is a reply code; everything else is "not a reply".</summary>
    public const int Lowest = 200, Highest = 599;

    /// <summary>What System.Net.Mail calls GeneralFailure: no reply came. Several refused recipients together have it, too.</summary>
    public const int NoReply = -1;

    /// <summary>
    /// The temporary replies to a message that have names: what a list of names must retry to be complete. 432, 454 and 455 belong to the
    /// login, to TLS and to parameters that hardly anybody sends.
    /// </summary>
    public static readonly ReplyCodeSet CommonTransient = ReplyCodeSet.Of(421, 450, 451, 452);

    /// <summary>Every standard code, ascending.</summary>
    public static readonly ImmutableArray<ReplyCode> All = ImmutableArray.Create<ReplyCode>(
        new(211, "system status", "nothing to do", "SystemStatus", "SystemStatus", "SystemMessage", "RFC 5321 4.2.2"),
        new(214, "help text", "nothing to do", "HelpMessage", "HelpMessage", "HelpResponse", "RFC 5321 4.2.2"),
        new(220, "service ready", "go on", "ServiceReady", "ServiceReady", "ServiceReady", "RFC 5321 4.3.2"),
        new(221, "goodbye after QUIT, the server closes the connection", "close the connection, nothing to fix",
            "ServiceClosingTransmissionChannel", "ServiceClosingTransmissionChannel",
            "ServiceClosingTransmissionChannel", "RFC 5321 4.3.2",
            "a server that shuts down says 421"),
        new(235, "login succeeded", "go on", "AuthenticationSuccessful", null, "AuthenticationSuccessful", "RFC 4954 6"),
        new(250, "done; after the message text: accepted", "go on, the server has the message", "Ok", "Ok", "Ok", "RFC 5321 4.3.2"),
        new(251, "recipient is elsewhere, the server forwards", "treat as accepted",
            "UserNotLocalWillForward", "UserNotLocalWillForward", "RelayToAnotherServer", "RFC 5321 3.4",
            "the refusal is 551"),
        new(252, "address not verified, the server accepts mail for it", "treat as accepted, the address stays unverified",
            "CannotVerifyUserWillAttemptDelivery", "CannotVerifyUserWillAttemptDelivery",
            "CantVerifyUser", "RFC 5321 3.5.3"),
        new(334, "login goes on", "send the next part of the login",
            "AuthenticationChallenge", null, "ContinueWithAuth", "RFC 4954 6"),
        new(354, "ready for the message text", "send the message text",
            "StartMailInput", "StartMailInput", "StartMailInput", "RFC 5321 4.3.2"),
        new(421, "server is shutting down or throttling, the connection closes", "reconnect and try again later",
            "ServiceNotAvailable", "ServiceNotAvailable", "ServiceUnavailable", "RFC 5321 3.8"),
        new(432, "password must be changed first; while sending: throttled", "try again later, after a login tell the user",
            "PasswordTransitionNeeded", null, null, "RFC 4954 6"),
        new(450, "mailbox locked or busy, or greylisting", "try again after a few minutes",
            "MailboxBusy", "MailboxBusy", "Unavailable", "RFC 5321 4.2.1"),
        new(451, "local error in the server, or greylisting", "try again after a few minutes",
            "ErrorInProcessing", "LocalErrorInProcessing", "Aborted", "RFC 5321 4.2.1"),
        new(452, "no room now, or too many recipients", "try again later",
            "InsufficientStorage", "InsufficientStorage", "InsufficientStorage", "RFC 5321 4.5.3.1.10"),
        new(454, "TLS or login temporarily unavailable; while sending: throttled", "try again later with the same password",
            "TemporaryAuthenticationFailure", "ClientNotPermitted", "ClientNotPermitted", "RFC 3207 4",
            "the name ClientNotPermitted misleads"),
        new(455, "parameters cannot be accommodated now", "try again later", null, null, null, "RFC 5321 4.2.2"),
        new(500, "command not recognized", "fix the client",
            "CommandUnrecognized", "CommandUnrecognized", "CommandUnrecognized", "RFC 5321 4.2.4"),
        new(501, "syntax error in a parameter", "fix the address or the client",
            "SyntaxError", "SyntaxError", "SyntaxError", "RFC 5321 4.2.2"),
        new(502, "command not implemented", "do without the command",
            "CommandNotImplemented", "CommandNotImplemented", "CommandNotImplemented", "RFC 5321 4.2.4"),
        new(503, "commands in the wrong order", "start a new session, or fix the client",
            "BadCommandSequence", "BadCommandSequence", "BadSequence", "RFC 5321 4.2.2"),
        new(504, "parameter not implemented", "do without the parameter",
            "CommandParameterNotImplemented", "CommandParameterNotImplemented",
            "CommandParameterNotImplemented", "RFC 5321 4.2.2"),
        new(521, "host accepts no mail", "give up", null, null, null, "RFC 7504 3"),
        new(530, "login or STARTTLS required", "fix the configuration",
            "AuthenticationRequired", "MustIssueStartTlsFirst", "AuthenticationRequired", "RFC 4954 6"),
        new(534, "login mechanism too weak", "use a stronger mechanism",
            "AuthenticationMechanismTooWeak", null, null, "RFC 4954 6"),
        new(535, "credentials refused", "get correct credentials",
            "AuthenticationInvalidCredentials", null, "AuthenticationFailed", "RFC 4954 6"),
        new(538, "this login mechanism needs encryption", "use TLS",
            "EncryptionRequiredForAuthenticationMechanism", null, null, "RFC 4954 6"),
        new(550, "no such mailbox, or refused by policy", "give up on this recipient",
            "MailboxUnavailable", "MailboxUnavailable", "MailboxUnavailable", "RFC 5321 4.2.1",
            "the busy mailbox is 450"),
        new(551, "recipient is not here, the server does not forward", "give up on this recipient",
            "UserNotLocalTryAlternatePath", "UserNotLocalTryAlternatePath", "RelayDenied", "RFC 5321 3.4"),
        new(552, "mailbox over quota, or message too big", "give up, or retry if that is your policy",
            "ExceededStorageAllocation", "ExceededStorageAllocation", "SizeLimitExceeded", "RFC 5321 4.5.3.1.10"),
        new(553, "address not allowed", "give up, check the address and the sender",
            "MailboxNameNotAllowed", "MailboxNameNotAllowed", "MailboxNameNotAllowed", "RFC 5321 4.2.2"),
        new(554, "transaction failed; as a greeting: no SMTP service here", "give up",
            "TransactionFailed", "TransactionFailed", "TransactionFailed", "RFC 5321 4.2.2",
            "the temporary local error is 451"),
        new(555, "parameters of MAIL or RCPT not recognized", "send without the parameters",
            "MailFromOrRcptToParametersNotRecognizedOrNotImplemented", null, null, "RFC 5321 4.2.2"),
        new(556, "domain accepts no mail", "give up on this recipient", null, null, null, "RFC 7504 4"));

    private static readonly ImmutableDictionary<int, ReplyCode> ByCode = All.ToImmutableDictionary(reply => reply.Code);

    /// <summary>The catalogue entry of <paramref name="code"/>, or null for a code that no standard defines.</summary>
    public static ReplyCode? Find(int code) => ByCode.TryGetValue(code, out var reply) ? reply : null;

    /// <summary>The class told by the first digit of <paramref name="code"/>.</summary>
    public static ReplyClass ClassOf(int code) =>
        code is >= Lowest and <= Highest ? (ReplyClass)(code / 100) : ReplyClass.None;
}
