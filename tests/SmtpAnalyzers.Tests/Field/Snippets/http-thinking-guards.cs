using MailKit.Net.Smtp;
using MimeKit;

class Http
{
    readonly SmtpClient client = new();

    public void Send(MimeMessage message)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try { client.Send(message); return; }
            catch (SmtpCommandException ex)
            {
                var code = (int)ex.StatusCode;
                if (code >= 400 && code < 500) // finds: SMTP1001
                {
                    Console.WriteLine("client error, giving up");
                    MarkPermanentFailure(message);
                    return;
                }
                if (code >= 500) // finds: SMTP1002
                {
                    Thread.Sleep(TimeSpan.FromSeconds(30));
                    continue;
                }
                throw;
            }
        }
    }

    public bool ShouldRetry(SmtpCommandException ex)
    {
        var code = (int)ex.StatusCode;
        if (code < 500) return false; // finds: SMTP1002
        if (code >= 500) return true;
        return false;
    }

    public bool IsTransient(SmtpCommandException ex)
    {
        if ((int)ex.StatusCode is >= 400 and < 500) return false;
        if ((int)ex.StatusCode >= 500) return true; // finds: SMTP1002
        return false;
    }

    void MarkPermanentFailure(MimeMessage m) { }
}
