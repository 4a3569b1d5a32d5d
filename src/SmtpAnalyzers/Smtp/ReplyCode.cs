namespace SmtpAnalyzers.Smtp;

/// <summary>One standard reply code, and its name in the three libraries. docs/reply-codes.md shows all of this.</summary>
/// <param name="Code">The three-digit code, 211-556.</param>
/// <param name="Meaning">What the server says with it, in our words.</param>
/// <param name="Action">What a client does then, in an imperative.</param>
/// <param name="MailKit">The member of <c>MailKit.Net.Smtp.SmtpStatusCode</c>, or null where it has none.</param>
/// <param name="SystemNetMail">The member of <c>System.Net.Mail.SmtpStatusCode</c>, or null where it has none.</param>
/// <param name="SmtpServer">The member of <c>SmtpServer.Protocol.SmtpReplyCode</c>, or null where it has none.</param>
/// <param name="Source">The RFC section that defines the code.</param>
/// <param name="NamingTrap">Why its name misleads, as an independent clause for a message; null where it does not.</param>
internal sealed record ReplyCode(
    int Code,
    string Meaning,
    string Action,
    string? MailKit,
    string? SystemNetMail,
    string? SmtpServer,
    string Source,
    string? NamingTrap = null)
{
    /// <summary>The class told by the first digit.</summary>
    public ReplyClass Class => ReplyCodes.ClassOf(Code);
}
