using MailKit.Net.Smtp;
using MimeKit;

class Filters
{
    readonly SmtpClient client = new();

    public void Send(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { client.Send(message); return; }
            catch (Exception ex)
                when (ex is SmtpCommandException
                {
                    StatusCode: SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable // finds: SMTP1002
                })
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
    }

    public void SendToo(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { client.Send(message); return; }
            catch (SmtpCommandException ex)
                when (ex is { StatusCode: SmtpStatusCode.MailboxBusy or SmtpStatusCode.TransactionFailed }) // finds: SMTP1002
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
    }

    readonly List<MimeMessage> deadLetters = new();

    public void Once(MimeMessage message)
    {
        try { client.Send(message); }
        catch (SmtpCommandException ex)
            when (ex is { StatusCode: SmtpStatusCode.MailboxBusy or SmtpStatusCode.MailboxUnavailable }) // finds: SMTP1001
        {
            deadLetters.Add(message);
        }
    }
}
