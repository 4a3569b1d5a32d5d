using MailKit.Net.Smtp;
using MimeKit;

// The result type stands in a file that is not there: what it is asked for still says what is meant.
public sealed class ResultSender(SmtpClient client)
{
    public async Task<DeliveryResult> SendAsync(MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
            return DeliveryResult.Success();
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy) // finds: SMTP1001
        {
            return DeliveryResult.Permanent(ex.Message);
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
        {
            return DeliveryResult.Transient(ex.Message);
        }
        catch (SmtpCommandException ex)
        {
            return (int)ex.StatusCode >= 500 ? DeliveryResult.Permanent(ex.Message) : DeliveryResult.Retry(ex.Message);
        }
    }

    public async Task<DeliveryResult> SendOnceAsync(MimeMessage message)
    {
        try
        {
            await client.SendAsync(message);
            return DeliveryResult.Success();
        }
        catch (SmtpCommandException ex)
        {
            return DeliveryResult.Create(ex.Message);
        }
    }
}
