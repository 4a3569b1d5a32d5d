using MailKit.Net.Smtp;
using MimeKit;
public record ChannelResult(bool Success, string? Error, string? ErrorCode);
public class Channel
{
    public async Task<ChannelResult> Send(MimeMessage letter)
    {
        try
        {
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("h", 25);
            await smtp.SendAsync(letter);
            return new ChannelResult(true, null, null);
        }
        catch (SmtpCommandException ex) when (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted // finds: SMTP3002
            || ex.StatusCode == SmtpStatusCode.MailboxUnavailable)
        {
            return new ChannelResult(false, ex.Message, "SMTP_NON_RETRYABLE");
        }
        catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy
            || ex.StatusCode == SmtpStatusCode.InsufficientStorage)
        {
            return new ChannelResult(false, ex.Message, "SMTP_RETRYABLE");
        }
        catch (SmtpCommandException ex)
        {
            return new ChannelResult(false, ex.Message, "SMTP_EXCEPTION");
        }
    }
}
