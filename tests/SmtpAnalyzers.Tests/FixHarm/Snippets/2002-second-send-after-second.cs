// finds: SMTP2002
// fixes: SMTP2002
// after: lacks FromSeconds(1)
// after: contains Task.Delay(
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class OneMore
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task SendAsync(SmtpClient client, MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing)
        {
            await Task.Delay(Pause);
            await client.SendAsync(message);
        }
    }
}
