// finds: SMTP1007
// fixes: SMTP1007
// after: contains ServiceNotAuthenticatedException
// after: contains // tell the admin
using MailKit.Net.Smtp;
using MimeKit;

public class Relay
{
    public event System.Action<string>? Problem;

    public void Forward(ISmtpClient client, MimeMessage message)
    {
        try
        {
            client.Send(message);
        }
        // tell the admin, who forgot the password
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.AuthenticationRequired)
        {
            Problem?.Invoke(ex.Message); // once is enough
        }
    }
}
