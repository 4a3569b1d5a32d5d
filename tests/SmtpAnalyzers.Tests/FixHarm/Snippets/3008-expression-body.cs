// finds: SMTP3008
// fixes: SMTP3008
// after: contains Failed.Add(mailbox)
// nullable: enable
using System.Collections.Generic;
using MailKit.Net.Smtp;
using MimeKit;

namespace Quiet;

internal sealed class LenientClient : SmtpClient
{
    public List<MailboxAddress> Failed { get; } = new();

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Failed.Add(mailbox);
}
