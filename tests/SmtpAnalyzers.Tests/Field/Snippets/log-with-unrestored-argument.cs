// What is logged is of a type that is not restored, so the call to the log does not resolve: its text speaks all the same.
using MailKit.Net.Smtp;
using MimeKit;

public class Mailer(ILogger<Mailer> log)
{
    public async Task<SendResult> SendAsync(Envelope envelope, MimeMessage mail, CancellationToken stop)
    {
        using var client = new SmtpClient();
        try
        {
            await client.SendAsync(mail, stop);
            return SendResult.Sent;
        }
        catch (SmtpCommandException ex) when (ex.StatusCode is SmtpStatusCode.MailboxBusy)
        {
            return SendResult.Transient(ex.Message);
        }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            log.LogError(ex, "SMTP permanent failure delivering to {To}", envelope.To);
            return SendResult.Failed(ex.Message);
        }
    }
}
