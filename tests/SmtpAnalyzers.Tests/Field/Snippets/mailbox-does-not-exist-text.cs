using MailKit.Net.Smtp;
using MimeKit;
public class Author
{
    public async Task<string> Send(MimeMessage letter)
    {
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync("h", 465, true);
            await client.SendAsync(letter);
        }
        catch (SmtpCommandException) // finds: SMTP1001
        {
            return "This mailbox does not exist";
        }
        return "Ok";
    }
}
