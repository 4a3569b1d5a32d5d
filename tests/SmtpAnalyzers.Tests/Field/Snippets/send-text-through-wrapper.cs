using MailKit.Net.Smtp;
using MimeKit;
public static class MailGate
{
    public static async Task<string> Post(MimeMessage letter)
    {
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("h", 25);
        return await smtp.SendAsync(letter);
    }
}
public class SignUp
{
    public async Task<bool> Confirm(MimeMessage letter)
    {
        string answer = await MailGate.Post(letter);
        if (answer.Contains("2.0.0 OK")) return true; // finds: SMTP3003
        return false;
    }
}
