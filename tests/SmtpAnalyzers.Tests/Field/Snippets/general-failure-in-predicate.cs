using System.Net.Mail;

// No reply at all is among what is sent again: the message may have been accepted.
public sealed class Pusher
{
    public async Task PushAsync(SmtpClient client, MailMessage mail)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await client.SendMailAsync(mail);
                return;
            }
            catch (SmtpException ex) when (round < 4 && IsTemporary(ex)) // finds: SMTP2005
            {
                await Task.Delay(TimeSpan.FromMinutes(round));
            }
        }
    }

    private static bool IsTemporary(SmtpException ex) => ex.StatusCode switch
    {
        SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy => true,
        SmtpStatusCode.LocalErrorInProcessing or SmtpStatusCode.InsufficientStorage => true,
        SmtpStatusCode.GeneralFailure => true,
        _ => false,
    };
}
