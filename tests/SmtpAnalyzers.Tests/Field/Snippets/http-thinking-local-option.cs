using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
public class Plant2
{
    public async Task<bool> Send(MimeMessage letter, CancellationToken ct)
    {
        for (int n = 1; n <= 2; n++)
        {
            try
            {
                using var client = new SmtpClient();
                var options = SecureSocketOptions.Auto;
                await client.ConnectAsync("mail.example", 465, options, ct);
                await client.SendAsync(letter, ct);
                return true;
            }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode >= 400 && (int)ex.StatusCode < 500) // finds: SMTP1001, SMTP1002
            {
                return false;
            }
            catch (Exception)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), ct);
            }
        }
        return false;
    }
}
