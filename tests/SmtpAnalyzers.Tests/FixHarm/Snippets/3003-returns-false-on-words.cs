// finds: SMTP3003
// fixes: SMTP3003
// after: contains return true;
// after: lacks return false;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Results
{
    public async Task<bool> SendAsync(SmtpClient client, MimeMessage message)
    {
        var status = await client.SendAsync(message);
        if (status.Contains("mailbox full") || status.Contains("undeliverable"))
            return false;
        return true;
    }
}
