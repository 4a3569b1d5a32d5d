using MailKit.Net.Smtp;
using MimeKit;
public class Shop
{
    public async Task Send(MimeMessage letter)
    {
        for (var n = 1; n <= 3; n++)
        {
            try
            {
                using var smtp = new SmtpClient();
                await smtp.ConnectAsync("h", 25);
                await smtp.AuthenticateAsync("u", "p");
                await smtp.SendAsync(letter);
                return;
            }
            catch (SmtpCommandException ex) when (n < 3 && (int)ex.StatusCode is >= 400 and < 500 && !IsLoginProblem(ex))
            {
                await Task.Delay(TimeSpan.FromMinutes(n));
            }
        }
    }
    private static bool IsLoginProblem(Exception ex) =>
        ex.Message.Contains("authentication failed") || ex.Message.Contains("535"); // finds: SMTP3004
}
