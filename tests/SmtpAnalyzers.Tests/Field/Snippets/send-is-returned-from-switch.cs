using MailKit.Net.Smtp;
using MimeKit;

class BeforeSend
{
    readonly SmtpClient client = new();
    bool enabled; int mode;
    public async Task<string> C1(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                if (mode == 0) return "off";
                return await client.SendAsync(message);
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }
    public async Task<string> C2(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                switch (mode)
                {
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
    public async Task<string> C3(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                switch (mode)
                {
                    case 0: return "off";
                    default: return await client.SendAsync(message);
                }
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }
    public async Task C4(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                switch (mode)
                {
                    case 0: await client.SendAsync(message); return;
                    case 1: Console.WriteLine(message); return;
                }
                return;
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
    public async Task C5(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                switch (mode)
                {
                    case 0: await client.SendAsync(message); break;
                    case 1: Console.WriteLine(message); break;
                    default: throw new NotSupportedException();
                }
                return;
            }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
    }
}
