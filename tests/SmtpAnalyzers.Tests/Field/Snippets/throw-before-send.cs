using MailKit.Net.Smtp;
using MimeKit;
public class ParcelMailerC
{
    private readonly ClientSource _source = new();
    private async Task Push(MimeMessage letter, int maxRetries)
    {
        for (int attempt = 0; attempt <= maxRetries; attempt++)
        {
            try
            {
                var client = await _source.RentAsync();
                if (client is not { IsConnected: true })
                    throw new InvalidOperationException("not connected");
                await client.SendAsync(letter);
                return;
            }
            catch (SmtpCommandException ex) when (attempt < maxRetries) // finds: SMTP2001
            {
                Console.WriteLine(ex.Message);
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
}
public class ClientSource { public async Task<SmtpClient> RentAsync() => new SmtpClient(); }
