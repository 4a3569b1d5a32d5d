// finds: SMTP1003
using System;
using System.Threading.Tasks;
using MailKit.Net.Smtp;
using MimeKit;

public class Throttled
{
    private readonly ISmtpClient client;
    public Throttled(ISmtpClient client) => this.client = client;

    public async Task SendAsync(MimeMessage message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.SendAsync(message);
                return;
            }
            catch (SmtpCommandException ex) when (attempt < 5 && ex.StatusCode is SmtpStatusCode.ServiceClosingTransmissionChannel
                or SmtpStatusCode.MailboxBusy or SmtpStatusCode.ErrorInProcessing or SmtpStatusCode.InsufficientStorage)
            {
                await Task.Delay(TimeSpan.FromMinutes(attempt * 5));
            }
        }
    }
}
