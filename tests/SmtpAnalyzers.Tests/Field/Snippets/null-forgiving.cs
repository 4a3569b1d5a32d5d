// client!, message!: the compiler has no operation for the sign.
#nullable enable
using MailKit.Net.Smtp;
using MimeKit;

public class Mailer
{
    private SmtpClient? _client;

    public async Task SendAsync(MimeMessage? message)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                var client = _client!;
                await client.ConnectAsync("mx.test", 587);
                await client.SendAsync((message!));
                return;
            }
            catch (SmtpCommandException) // finds: SMTP2001, SMTP2002
            {
                await Task.Delay(1000);
            }
        }
    }
}
