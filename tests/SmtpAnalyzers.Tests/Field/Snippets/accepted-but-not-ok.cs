using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

class Strict : SmtpClient
{
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (response.StatusCode != SmtpStatusCode.Ok) // finds: SMTP1003
            throw new InvalidOperationException("Recipient was rejected");
    }
}

class StrictToo : SmtpClient
{
    public List<string> Failed { get; } = new();
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (response.StatusCode != SmtpStatusCode.Ok) // finds: SMTP1003
            Failed.Add(mailbox.Address);
    }
}

class StrictThree : SmtpClient
{
    public List<string> Rejected { get; } = new();
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (response.StatusCode == SmtpStatusCode.UserNotLocalWillForward) // finds: SMTP1003
            Rejected.Add(mailbox.Address);
    }
}

class Lenient : SmtpClient
{
    public List<string> Forwarded { get; } = new();
    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (response.StatusCode != SmtpStatusCode.Ok)
            Forwarded.Add(mailbox.Address);
    }
}
