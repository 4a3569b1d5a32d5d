using MailKit.Net.Smtp;
using MimeKit;
public class Relay
{
    internal async Task<(bool sent, string code)> Forward(SmtpClient client, MimeMessage letter)
    {
        try
        {
            await client.SendAsync(letter);
            return (true, "");
        }
        catch (SmtpCommandException ex) // finds: SMTP1004
        {
            return (true, ex.StatusCode.ToString());
        }
    }
}
