using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
public class Plant
{
    private readonly bool _ssl = true;
    public async Task<bool> Send(MimeMessage letter, CancellationToken ct)
    {
        for (int n = 1; n <= 2; n++)
        {
            try
            {
                using var client = new SmtpClient();
                var options = _ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.Auto;
                await client.ConnectAsync("mail.example", 465, options, ct);
                await client.SendAsync(letter, ct);
                return true;
            }
            catch (Exception ex) // finds: SMTP2001
            {
                Console.WriteLine(ex.Message);
                await Task.Delay(TimeSpan.FromMinutes(1), ct);
            }
        }
        return false;
    }
}
