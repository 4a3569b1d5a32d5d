// finds: SMTP2007
// fixes: SMTP2007
// after: contains attempt + 1
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Recursive
{
    public static async Task SendAsync(SmtpClient client, MimeMessage mail, int attempt = 1)
    {
        try
        {
            await client.SendAsync(mail);
        }
        catch (SmtpCommandException ex) when ((int)ex.StatusCode is >= 400 and < 500)
        {
            Console.WriteLine($"attempt {attempt} was put off: {ex.Message}");
            await Task.Delay(TimeSpan.FromMinutes(30));
            await SendAsync(client, mail, attempt + 1);
        }
    }
}
