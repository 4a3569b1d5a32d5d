using MailKit.Net.Smtp;
using MimeKit;
public record Answer(bool Ok, string Text, int Http);
public class School
{
    public async Task<Answer> Notify(MimeMessage letter, string to)
    {
        try
        {
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("h", 25);
            await smtp.SendAsync(letter);
            return new Answer(true, "sent", 200);
        }
        catch (SmtpCommandException ex) when (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted) // finds: SMTP3002
        {
            return new Answer(false, $"Invalid recipient address: {to}", 400);
        }
        catch (System.Security.Authentication.AuthenticationException) // finds: SMTP3001
        {
            return new Answer(false, "login failed", 401);
        }
    }
}
