// finds: SMTP3009
// fixes: SMTP3009
// after: contains new MailAddress(
// nullable: enable
using System;
using System.Net.Mail;

public static class Match
{
    public static bool Is(SmtpFailedRecipientException ex, MailAddress member) =>
        ex.FailedRecipient!.Equals(member.Address, StringComparison.OrdinalIgnoreCase);
}
