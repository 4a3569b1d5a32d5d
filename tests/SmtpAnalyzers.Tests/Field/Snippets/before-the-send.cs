using MailKit.Net.Smtp;
using MimeKit;

class BeforeSend
{
    readonly SmtpClient client = new();
    bool enabled; int mode;

    public async Task<bool> A(MimeMessage message, CancellationToken token)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                token.ThrowIfCancellationRequested();
                if (!enabled) return false;
                await client.SendAsync(message, token);
                return true;
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1), token);
            }
        }
        return false;
    }

    public async Task B(MimeMessage? message, int i)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                var m = message ?? throw new ArgumentNullException(nameof(message));
                await client.SendAsync(m);
                return;
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }

    public async Task<string> C(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                switch (mode)
                {
                    case 0: return "off";
                    case 1: return await client.SendAsync(message);
                    default: throw new InvalidOperationException();
                }
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }

    public async Task<string> D(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                return mode switch
                {
                    0 => "off",
                    1 => await client.SendAsync(message),
                    _ => throw new InvalidOperationException(),
                };
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }

    public async Task<bool> E(MimeMessage message, CancellationToken token)
    {
        try
        {
            token.ThrowIfCancellationRequested();
            if (message is null) return false;
            await client.SendAsync(message);
            return true;
        }
        catch (SmtpCommandException ex)
        {
            if (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
            {
                await Task.Delay(TimeSpan.FromMinutes(1), token);
                await client.SendAsync(message);
                return true;
            }
            throw;
        }
    }

    public async Task<bool> F(MimeMessage message, CancellationToken token)
    {
        try
        {
            token.ThrowIfCancellationRequested();
            await client.SendAsync(message);
            return true;
        }
        catch (SmtpCommandException) // finds: SMTP2001
        {
            await Task.Delay(TimeSpan.FromMinutes(1), token);
            await client.SendAsync(message);
            return true;
        }
    }
}
