using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Newsletter;

/// <summary>Sends one mail over a connection of its own.</summary>
internal sealed class SmtpSender(Settings settings)
{
    public async Task<DeliveryOutcome> SendAsync(Mail mail)
    {
        using var client = new RelayClient();
        await client.ConnectAsync(settings.Host, settings.Port, SecureSocketOptions.None);
        await client.SendAsync(Compose(mail));
        if (mail.Kind == MailKind.Receipt)
            return await client.QuitAsync();
        await client.DisconnectAsync(quit: true);
        return DeliveryOutcome.Delivered;
    }

    private static MimeMessage Compose(Mail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = $"{mail.Subject}\n" } };
        message.From.Add(MailboxAddress.Parse(Settings.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        return message;
    }

    private sealed class RelayClient : SmtpClient
    {
        // Accounting wants proof that receipts went out, so look at how the server said goodbye.
        public async Task<DeliveryOutcome> QuitAsync()
        {
            var response = await SendCommandAsync("QUIT");
            switch (response.StatusCode)
            {
                case SmtpStatusCode.Ok:
                    return DeliveryOutcome.Delivered;
                case SmtpStatusCode.ServiceNotAvailable:
                case SmtpStatusCode.ServiceClosingTransmissionChannel:
                    return DeliveryOutcome.Retry;
                default:
                    return DeliveryOutcome.Delivered;
            }
        }
    }
}
