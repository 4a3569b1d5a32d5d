using MailKit.Net.Smtp;
using MimeKit;

public sealed class FlagSender(SmtpClient client)
{
    // The flag is true for every reply, as long as there are attempts left.
    public async Task SendAsync(MimeMessage message, CancellationToken stopping)
    {
        var attempt = 0;
        bool again;
        do
        {
            again = false;
            attempt++;
            try
            {
                await client.SendAsync(message, stopping);
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                again = attempt < 3;
                if (!again)
                    throw;
            }

            if (again)
                await Task.Delay(TimeSpan.FromMinutes(attempt), stopping);
        }
        while (again);
    }

    public async Task SendWithALookAsync(MimeMessage message, CancellationToken stopping)
    {
        var attempt = 0;
        bool again;
        do
        {
            again = false;
            attempt++;
            try
            {
                await client.SendAsync(message, stopping);
            }
            catch (SmtpCommandException ex)
            {
                again = attempt < 3 && (int)ex.StatusCode < 500;
                if (!again)
                    throw;
            }

            if (again)
                await Task.Delay(TimeSpan.FromMinutes(attempt), stopping);
        }
        while (again);
    }
}
