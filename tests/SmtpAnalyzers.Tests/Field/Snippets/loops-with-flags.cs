using MailKit.Net.Smtp;
using MimeKit;

class Loops
{
    readonly SmtpClient client = new();

    public void FlagInHead(MimeMessage message)
    {
        var sent = false;
        for (var i = 0; i < 5 && !sent; i++)
        {
            try { client.Send(message); sent = true; }
            catch (SmtpCommandException ex)
                when (ex.StatusCode == SmtpStatusCode.MailboxBusy || ex.StatusCode == SmtpStatusCode.MailboxUnavailable) // finds: SMTP1002
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
            catch (Exception) // finds: SMTP1001
            {
                break;
            }
        }
    }

    public void NamedCodes(MimeMessage message)
    {
        const int Busy = 450;
        const int Gone = 550;
        var retry = true;
        var tries = 0;
        while (retry && tries++ < 5)
        {
            retry = false;
            try { client.Send(message); }
            catch (SmtpCommandException ex)
            {
                switch ((int)ex.StatusCode)
                {
                    case Busy:
                    case Gone: // finds: SMTP1002
                        retry = true;
                        Thread.Sleep(TimeSpan.FromMinutes(1));
                        break;
                    default: throw;
                }
            }
        }
    }

    public void Endless(MimeMessage message)
    {
        var sent = false;
        while (!sent) // finds: SMTP2007
        {
            try { client.Send(message); sent = true; }
            catch (SmtpCommandException ex) when ((int)ex.StatusCode / 100 == 4)
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
    }

    public void EndlessBlind(MimeMessage message)
    {
        var sent = false;
        do // finds: SMTP2007
        {
            try { client.Send(message); sent = true; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
        }
        while (!sent);
    }

    public bool BlindUntil(MimeMessage message)
    {
        bool ok = false;
        int n = 0;
        while (!ok && n < 3)
        {
            try { client.Send(message); ok = true; }
            catch (SmtpCommandException) // finds: SMTP2001
            {
                n++;
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }
            catch (Exception) { break; }
        }
        return ok;
    }
}
