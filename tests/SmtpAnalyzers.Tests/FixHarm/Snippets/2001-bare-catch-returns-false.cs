// finds: SMTP2001
// fixes: SMTP2001
// after: contains SmtpCommandException
// after: contains Failures++;
// nullable: enable
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Nightly
{
    public int Failures { get; private set; }

    public async Task<bool> SendAsync(Func<Task<ISmtpClient>> open, MimeMessage report)
    {
        var wait = TimeSpan.FromMinutes(5);
        for (var attempt = 1; attempt < 6; attempt++)
        {
            try
            {
                using var client = await open();
                await client.SendAsync(report);
                return true;
            }
            catch
            {
                Failures++;
                await Task.Delay(wait);
                wait *= 2;
            }
        }
        return false;
    }
}
