using MailKit.Net.Smtp;
using MimeKit;
using Microsoft.Extensions.Logging;
public class Church(ILogger<Church> logger)
{
    public async Task<bool> Send(MimeMessage letter)
    {
        try
        {
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync("h", 25);
            await smtp.SendAsync(letter);
            return true;
        }
        catch (SmtpCommandException ex) // finds: SMTP1001
        {
            // Permanent error - do not retry
            logger.LogError(ex, "SMTP command failed (permanent error)");
            return false;
        }
        catch (SmtpProtocolException ex)
        {
            logger.LogError(ex, "SMTP protocol error, retries exhausted");
            return false;
        }
    }
}
public interface ILogger<T> { void LogError(Exception failure, string text); }
