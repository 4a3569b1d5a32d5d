// finds: SMTP3010
// fixes: SMTP3010
// after: contains (SmtpStatusCode)
// after: lacks new SmtpException("refused")
using System.Net.Mail;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;
using SmtpStatusCode = System.Net.Mail.SmtpStatusCode;

public class Adapter
{
    public async Task SendAsync(SmtpClient client, MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode != MailKit.Net.Smtp.SmtpStatusCode.AuthenticationRequired)
        {
            throw new SmtpException("refused");
        }
    }
}
