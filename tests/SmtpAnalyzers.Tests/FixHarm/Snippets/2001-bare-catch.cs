// finds: SMTP2001
// fixes: SMTP2001
// after: contains SmtpCommandException
// after: contains 400 | / 100 == 4
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Receipts(SmtpClient client)
{
    public async Task SendAsync(MimeMessage receipt)
    {
        var left = 3;
        while (left-- > 0)
        {
            try
            {
                if (!client.IsConnected)
                    await client.ConnectAsync("smtp.example.com", 587);
                await client.SendAsync(receipt);
                break;
            }
            catch
            {
                // wait a little longer each time
                await Task.Delay(TimeSpan.FromMinutes(10 * (3 - left)));
            }
        }
    }
}
