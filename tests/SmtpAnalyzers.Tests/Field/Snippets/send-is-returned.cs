using MailKit.Net.Smtp;
using MimeKit;
class BeforeSend
{
    readonly SmtpClient client = new();
    public async Task<string> C1(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { return await client.SendAsync(message); }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                await Task.Delay(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }
    public string C2(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { return client.Send(message); }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }
    public string C3(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { var s = client.Send(message); return s; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
        return "";
    }
}
