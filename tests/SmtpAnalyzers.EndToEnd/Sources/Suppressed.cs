using System.Diagnostics.CodeAnalysis;
using MailKit.Net.Smtp;

namespace Mailer;

public static class Policy
{
#pragma warning disable SMTP1001 // A relay of ours that is asked once.
    public static bool IsPermanent(SmtpCommandException ex) => (int)ex.StatusCode >= 400;
#pragma warning restore SMTP1001

    [SuppressMessage("SmtpReplyCodes", "SMTP1002", Justification = "The list is shared with a server that means 450.")]
    public static bool IsTransient(SmtpCommandException ex) =>
        ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable;

    public static bool IsFatal(SmtpCommandException ex) => (int)ex.StatusCode >= 400; // SMTP1001
}
