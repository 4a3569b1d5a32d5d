using System;
using System.Net.Mail;
using System.Threading.Tasks;

class Letters
{
    static readonly TimeSpan[] Pauses = { TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60) };
    readonly SmtpClient client = new SmtpClient();

    public async Task Post(MailMessage message)
    {
        var attempt = 0;
        var done = false;
        while (!done)
        {
            try { await AttemptSendAsync(message, attempt); done = true; }
            catch (SmtpException) // finds: SMTP2001
            {
                if (attempt < Pauses.Length) { await Task.Delay(Pauses[attempt]); attempt++; }
                else throw;
            }
        }
    }

    public async Task Post2(MailMessage message)
    {
        var attempt = 0;
        var done = false;
        while (!done)
        {
            try { await SendAsync(message, attempt); done = true; }
            catch (SmtpException) // finds: SMTP2001
            {
                if (attempt < Pauses.Length) { await Task.Delay(Pauses[attempt]); attempt++; }
                else throw;
            }
        }
    }

    Task AttemptSendAsync(MailMessage message, int attempt) => client.SendMailAsync(message);
    Task SendAsync(MailMessage message, int attempt) => client.SendMailAsync(message);
}
