using MailKit.Net.Smtp;
using MimeKit;
public class TolerantClient : SmtpClient
{
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) // finds: SMTP3008
    {
        try
        {
            base.OnRecipientNotAccepted(message, mailbox, response);
        }
        catch (SmtpCommandException)
        {
            Console.WriteLine("not accepted: " + mailbox.Address);
        }
    }
}
