namespace SmtpAnalyzers.Smtp;

/// <summary>
/// The class of a reply, told by its first digit (RFC 5321 section 4.2.1). A client that does not know a code
/// must act by this digit alone (section 4.2).
/// </summary>
internal enum ReplyClass
{
    /// <summary>Not a reply code: outside 200-599, for instance System.Net.Mail's GeneralFailure (-1).</summary>
    None = 0,

    /// <summary>2yz: done; the server has taken responsibility for what it accepted.</summary>
    PositiveCompletion = 2,

    /// <summary>3yz: go on; the server waits for the rest.</summary>
    PositiveIntermediate = 3,

    /// <summary>4yz: not now; the client still owns the mail and should try again later.</summary>
    TransientNegative = 4,

    /// <summary>5yz: no; the client should not repeat the request as it stands.</summary>
    PermanentNegative = 5,
}
