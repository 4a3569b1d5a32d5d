// finds: SMTP2005
// after: contains SmtpProtocolException
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Twice
{
    public async Task SendAsync(Func<Task<SmtpClient>> connect, MimeMessage message)
    {
        for (var n = 1; ; n++)
        {
            try
            {
                using var client = await connect();
                await client.SendAsync(message);
                return;
            }
            catch (SmtpProtocolException) when (n < 3)
            {
                await Task.Delay(TimeSpan.FromMinutes(n * 5));
            }
        }
    }
}
